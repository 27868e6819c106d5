/** What changes what an item says. Moves do not. */
export const itemChanges = ['item.created', 'item.changed', 'item.opened', 'item.closed'] as const

/** What makes an open form about a meeting outdated. */
export const meetingChanges = [
  'meeting.created',
  'meeting.changed',
  'meeting.cancelled',
  'meeting.restored',
  'meeting.opened',
  'meeting.closed',
  'meeting.summoned',
  'meeting.started',
  'meeting.held',
  'minutes.circulated',
  'minutes.recirculated',
  'minutes.takenBack',
  'minutes.approvedByAll',
  'minutes.approvedByDeadline',
  'minutes.approvedByHand',
  'minutes.published',
  'minutes.withdrawn',
] as const

/** What makes an open form of standing orders outdated. */
export const ordersChanges = ['orders.changed', 'orders.restored'] as const
