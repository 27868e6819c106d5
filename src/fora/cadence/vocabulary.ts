const entries = (pairs: Record<string, number>): ReadonlyMap<string, number> =>
  new Map(Object.entries(pairs).flatMap(([words, value]) => words.split(' ').map((word) => [word, value] as const)))

/** How many of the unit there are in a year. */
export const units = entries({ 'år kalenderår': 1, halvår: 2, kvartal: 4, måned: 12, uge: 52 })
export const unitsInDefiniteForm = entries({
  'året kalenderåret': 1,
  halvåret: 2,
  kvartalet: 4,
  måneden: 12,
  ugen: 52,
})
/** After "hver 14." also days and plurals stand. */
export const unitsOfIntervals = entries({
  år: 1,
  halvår: 2,
  'kvartal kvartaler': 4,
  'måned måneder': 12,
  'uge uger': 52,
  'dag dage': 365,
})
export const rateWords = entries({
  'årlig årligt årlige': 1,
  'halvårlig halvårligt halvårlige': 2,
  'kvartalsvis kvartalsvist kvartalsvise kvartårlig kvartårligt kvartårlige': 4,
  'månedlig månedligt månedlige månedsvis': 12,
  'ugentlig ugentligt ugentlige': 52,
})
const ordinalWords = entries({
  'første sidste': 1,
  'anden andet': 2,
  tredje: 3,
  fjerde: 4,
  femte: 5,
  sjette: 6,
  syvende: 7,
  ottende: 8,
  niende: 9,
  tiende: 10,
  ellevte: 11,
  tolvte: 12,
  fjortende: 14,
})
export const ordinalNamed = (text: string): number | null => ordinalWords.get(text) ?? null

const months = 'januar februar marts april maj juni juli august september oktober november december'.split(' ')
/** 0 for January, or null. */
export const monthPlace = (text: string): number | null => {
  const place = months.indexOf(text)
  return place >= 0 ? place : null
}

export const isWeekday = (text: string): boolean => /^(?:man|tirs|ons|tors|fre|lør|søn)dag$/.test(text)

/** Something people come together for: "møder", "stormøde", "øvelser". The verb "mødes" is not. */
export const isGathering = (text: string): boolean =>
  /(?:møde|øvelse|seminar|temadag|workshop|konference|samling)(?:r|t|n|er|et|en|ne|rne|erne|e|s)?$/.test(text) &&
  !text.endsWith('mødes')
export const isPlainMeeting = (text: string): boolean => /^møde(?:r|t|rne)?$/.test(text)

export const isAdjective = (text: string): boolean =>
  /^(?:(?:ekstra)?ordinær|fast|fælles|formel|uformel|planlag|større|mindre|fysisk|virtuel)(?:t|e|te|le|lt)?$/.test(text)

/** A body inside the forum: "styregruppen", "praksisgrupperne". */
export const isGroup = (text: string): boolean =>
  /(?:gruppe|udvalg|råd|team|stab|nævn|forum|fora)(?:r|n|s|er|et|en|ne|ene|rne|erne)?$/.test(text) &&
  !/område(?:t|r|rne)?$/.test(text)

export const isFiller = (text: string): boolean =>
  /^(?:der|holdes|afholdes|mødes|som|det|den|de|at|er|bliver|skal|desuden|derudover|herudover|også|samlet|kun|antal|mødefrekvens|frekvens|hyppighed|[:!])$/.test(
    text,
  )

/** Words that can turn a number into something else, so that nothing is concluded from a text that holds them. */
export const isTreacherous = (text: string): boolean =>
  /^(?:ikke|ingen|intet|aldrig|uden|tidligere|før|nu|fremover|fremadrettet|mere|flere|færre|over|under|end|timer?|minutter?|række|par|del|serie|nr|nummer|stk|kr|hver|hvert|pr|per|bilag|punkt|heraf|deraf|hvoraf|daglig[te]?|dage?|dagen|årets?|årene|måneder(?:ne)?|uger(?:ne)?|kvartaler)$/.test(
    text,
  ) ||
  /^(?:aflys|foreslå|forslag|ønsk|kommune|.*periode|lige$|ulige$|.*ferie|.*sæson|.*semester|skoleår|valgår)/.test(
    text,
  ) ||
  [units, unitsInDefiniteForm].some((unit) => unit.has(text)) ||
  !/^\p{L}/u.test(text)

/** "På stationen", "med kommunerne": says where or with whom, and cannot limit when. */
export const saysWhereOrWithWhom = (words: string): boolean => /^(?:på|med|hos|ved|sammen|inkl|inklusive) /i.test(words)
/** As above, or "i Roskilde", which beside a week or a month could as well be a part of the year. */
export const isAdverbial = (words: string): boolean =>
  saysWhereOrWithWhom(words) || /^(?:i|mellem|om|af|til|for) /i.test(words)

export const isArticle = (text: string): boolean => /^(?:en|et)$/.test(text)
