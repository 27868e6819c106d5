/** Each island by the name of its element. A script is fetched only for a page that holds the element. */
const islands: Readonly<Record<string, () => Promise<CustomElementConstructor>>> = {
  'network-drawing': async () => (await import('./network.ts')).NetworkDrawing,
  'passkey-button': async () => (await import('./passkey.ts')).PasskeyButton,
  'search-as-you-type': async () => (await import('./search-as-you-type.ts')).SearchAsYouType,
}

for (const [name, load] of Object.entries(islands)) {
  if (document.querySelector(name) !== null) customElements.define(name, await load())
}
