/** True for a district's short name, which is first in every address and every key: `mvsj`. */
export const isDistrictId = (text: string): boolean => /^[a-z][a-z0-9-]{1,30}$/.test(text)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a lower-case UUID. Anything else in an address names nothing. */
export const isUuid = (text: string): boolean => uuid.test(text)
