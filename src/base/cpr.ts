/**
 * True when a text holds something that looks like a civil registration number: six digits that can be a date,
 * then four, with or without a hyphen or space between. General fora hold no personal data about citizens, so free
 * text with such a number is refused. The old check digit is not tried: numbers without it have been given since 2007.
 */
export const looksLikeCpr = (text: string): boolean =>
  /(?<![\d-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\d-])/.test(text)
