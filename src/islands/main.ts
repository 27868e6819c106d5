import { forgetAll } from './unsent.ts'

/** Each island by the name of its element. A script is fetched only for a page that holds the element. */
const islands: Readonly<Record<string, () => Promise<CustomElementConstructor>>> = {
  'agenda-keys': async () => (await import('./agenda-keys.ts')).AgendaKeys,
  'agenda-order': async () => (await import('./agenda-order.ts')).AgendaOrder,
  'hold-clock': async () => (await import('./hold-clock.ts')).HoldClock,
  'hold-form': async () => (await import('./hold-form.ts')).HoldForm,
  'live-meeting': async () => (await import('./live-meeting.ts')).LiveMeeting,
  'network-drawing': async () => (await import('./network.ts')).NetworkDrawing,
  'passkey-button': async () => (await import('./passkey.ts')).PasskeyButton,
  'phrase-buttons': async () => (await import('./phrase-buttons.ts')).PhraseButtons,
  'search-as-you-type': async () => (await import('./search-as-you-type.ts')).SearchAsYouType,
  'unsent-texts': async () => (await import('./unsent-texts.ts')).UnsentTexts,
}

// What was written and not sent is nobody's business once its writer has signed out.
document.querySelector('form[action="/log-ud"]')?.addEventListener('submit', forgetAll)

for (const [name, load] of Object.entries(islands)) {
  if (document.querySelector(name) !== null) customElements.define(name, await load())
}
