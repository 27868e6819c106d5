import { defineTexts } from '../../../base/language.ts'
import type { AnnexField } from '../reading/proposal.ts'

export type FieldKey = 'name' | 'category' | AnnexField

interface ReviewTexts extends Record<string, unknown> {
  title: string
  lead: (place: number, all: number, title: string) => string
  previous: string
  next: string
  overview: string
  progress: (counts: { accepted: number; aside: number; skipped: number; left: number }) => string
  fieldCount: (counts: { sure: number; check: number; unsure: number }) => string
  sourceHead: (first: number, last: number) => string
  proposalHead: string
  surenessHead: string
  sourceOf: (field: string) => string
  fields: Record<FieldKey, string>
  nothingInSource: string
  verbatim: string
  joined: (lines: number) => string
  headingKnown: string
  headingNew: string
  categoryKnown: string
  categoryNew: string
  categoryMissing: string
  interfacesFound: (found: number, all: number) => string
  accept: string
  setAside: string
  skip: string
  against: (name: string) => string
  isSame: string
  isChanged: (name: string, fields: string) => string
  isDoubtful: (name: string) => string
  isClosed: string
  whichWords: (field: string) => string
  ofAnnex: string
  ofRegister: string
  number: string
  one: string
  oneHint: string
  each: (n: number) => string
  eachHint: string
  pattern: string
  patternHint: string
  municipalities: string
  seats: string
  seatsHint: string
  seatOffice: string
  seatOrganisation: string
  merge: string
  mergeText: string
  mergeWith: string
  mergeNew: string
  mergeShow: string
  decided: Record<'accepted' | 'merged' | 'skipped', string>
  toForum: string
  source: string
  conflict: string
  conflictRegister: string
}

export const reviewTexts = defineTexts<ReviewTexts>({
  da: {
    title: 'Gennemgå bilag 1',
    lead: (place, all, title) => `Forum ${place} af ${all} i ”${title}”. Intet gemmes, før du godkender.`,
    previous: 'Forrige',
    next: 'Næste',
    overview: 'Hele bilaget',
    progress: ({ accepted, aside, skipped, left }) =>
      `${accepted} godkendt, ${aside} sat til side, ${skipped} sprunget over, ${left} tilbage efter dette.`,
    fieldCount: ({ sure, check, unsure }) =>
      [`${sure} sikre`, check > 0 ? `${check} at se efter` : '', unsure > 0 ? `${unsure} usikre` : '']
        .filter((part) => part !== '')
        .join(', '),
    sourceHead: (first, last) => `Kilden, linje ${first}–${last}`,
    proposalHead: 'Forslag til registret',
    surenessHead: 'Hvor sikkert?',
    sourceOf: (field) => `Kilde til ${field}`,
    fields: {
      name: 'Navn',
      category: 'Kategori',
      topic: 'Emne',
      legalBasis: 'Lovgrundlag',
      purpose: 'Formål og mål',
      actionPlans: 'Handleplaner',
      interfaces: 'Snitflader',
      participants: 'Deltagere',
      cadence: 'Antal møder',
    },
    nothingInSource: 'Bilaget siger intet her.',
    verbatim: 'Ordret',
    joined: (lines) => `Ordret, ${lines} linjer samlet`,
    headingKnown: 'Overskrift, findes i registret',
    headingNew: 'Overskrift, ny i registret',
    categoryKnown: 'Findes i registret',
    categoryNew: 'Oprettes, når du godkender',
    categoryMissing: 'Bilaget har ingen kategori her.',
    interfacesFound: (found, all) => `${found} af ${all} fundet i registret`,
    accept: 'Godkend og gå til næste',
    setAside: 'Sæt til side',
    skip: 'Spring over',
    against: (name) => `Sammenlignet med ${name} i registret`,
    isSame: 'Registret siger allerede det samme.',
    isChanged: (name, fields) => `${name} findes i registret. Bilaget siger noget andet om: ${fields}.`,
    isDoubtful: (name) => `Er det ${name} under et nyt navn? Se efter, før du godkender.`,
    isClosed: 'Forummet er nedlagt i registret. Godkender du, åbner det igen.',
    whichWords: (field) => `Hvilken ordlyd skal gælde for ${field.toLowerCase()}?`,
    ofAnnex: 'Den i feltet ovenfor. Bilaget siger:',
    ofRegister: 'Registrets:',
    number: 'Ét forum eller ét i hver kommune?',
    one: 'Ét forum',
    oneHint: 'Kommunerne mødes i det samme forum',
    each: (n) => `Ét forum for hver af de ${n} kommuner`,
    eachHint: 'Bilaget viser dem fortsat som én post',
    pattern: 'Navn på hvert forum',
    patternHint: '{kommune} bliver til kommunens navn. Bruges kun ved ét forum for hver kommune',
    municipalities: 'Kommuner, der har et',
    seats: 'Opret pladser til',
    seatsHint:
      'Sæt kun kryds ved dem, der har en fast plads. Ukendte embeder og organisationer oprettes. Gælder, når det bliver til ét forum',
    seatOffice: 'embede',
    seatOrganisation: 'organisation',
    merge: 'Er det et forum, registret allerede har?',
    mergeText: 'Vælg forummet, så står de to tekster side om side, før du godkender.',
    mergeWith: 'Flet med eksisterende forum',
    mergeNew: 'Nej, det er et nyt forum',
    mergeShow: 'Vis side om side',
    decided: {
      accepted: 'Forummet er godkendt og står i registret.',
      merged: 'Forummet er godkendt og flettet med det, registret havde.',
      skipped: 'Forummet er sprunget over. Registret er ikke ændret.',
    },
    toForum: 'Se forummet',
    source: 'Kilden',
    conflict:
      'En anden har behandlet forummet, mens du så på det. Det, du skrev, er ikke gemt. Se, hvad der blev besluttet.',
    conflictRegister:
      'Registret er ændret, mens du så på forummet. Din tekst står her endnu, men er ikke gemt. Se efter, og godkend igen.',
  },
  en: {
    title: 'Review annex 1',
    lead: (place, all, title) => `Forum ${place} of ${all} in “${title}”. Nothing is stored until you accept.`,
    previous: 'Previous',
    next: 'Next',
    overview: 'The whole annex',
    progress: ({ accepted, aside, skipped, left }) =>
      `${accepted} accepted, ${aside} set aside, ${skipped} skipped, ${left} left after this one.`,
    fieldCount: ({ sure, check, unsure }) =>
      [`${sure} sure`, check > 0 ? `${check} to check` : '', unsure > 0 ? `${unsure} unsure` : '']
        .filter((part) => part !== '')
        .join(', '),
    sourceHead: (first, last) => `The source, lines ${first}–${last}`,
    proposalHead: 'Proposal for the register',
    surenessHead: 'How sure?',
    sourceOf: (field) => `Source of ${field}`,
    fields: {
      name: 'Name',
      category: 'Category',
      topic: 'Topic',
      legalBasis: 'Legal basis',
      purpose: 'Purpose',
      actionPlans: 'Action plans',
      interfaces: 'Interfaces',
      participants: 'Participants',
      cadence: 'Number of meetings',
    },
    nothingInSource: 'The annex says nothing here.',
    verbatim: 'Word for word',
    joined: (lines) => `Word for word, ${lines} lines joined`,
    headingKnown: 'Heading, known in the register',
    headingNew: 'Heading, new in the register',
    categoryKnown: 'Known in the register',
    categoryNew: 'Made when you accept',
    categoryMissing: 'The annex has no category here.',
    interfacesFound: (found, all) => `${found} of ${all} found in the register`,
    accept: 'Accept and go to the next',
    setAside: 'Set aside',
    skip: 'Skip',
    against: (name) => `Compared with ${name} in the register`,
    isSame: 'The register already says the same.',
    isChanged: (name, fields) => `${name} is in the register. The annex says something else about: ${fields}.`,
    isDoubtful: (name) => `Is this ${name} under a new name? Look before you accept.`,
    isClosed: 'The forum is closed down in the register. Accepting opens it again.',
    whichWords: (field) => `Which words are to stand for ${field.toLowerCase()}?`,
    ofAnnex: 'Those in the field above. The annex says:',
    ofRegister: 'Those of the register:',
    number: 'One forum, or one in each municipality?',
    one: 'One forum',
    oneHint: 'The municipalities meet in the same forum',
    each: (n) => `One forum for each of the ${n} municipalities`,
    eachHint: 'The annex still shows them as one entry',
    pattern: 'Name of each forum',
    patternHint: '{kommune} becomes the name of the municipality. Used only with one forum for each',
    municipalities: 'Municipalities that have one',
    seats: 'Make seats for',
    seatsHint:
      'Tick only those with a standing seat. Unknown offices and organisations are made. Counts when it becomes one forum',
    seatOffice: 'office',
    seatOrganisation: 'organisation',
    merge: 'Does the register already have this forum?',
    mergeText: 'Choose the forum, and the two texts stand side by side before you accept.',
    mergeWith: 'Merge with an existing forum',
    mergeNew: 'No, it is a new forum',
    mergeShow: 'Show side by side',
    decided: {
      accepted: 'The forum is accepted and stands in the register.',
      merged: 'The forum is accepted and merged with what the register had.',
      skipped: 'The forum was skipped. The register is unchanged.',
    },
    toForum: 'See the forum',
    source: 'The source',
    conflict:
      'Somebody else dealt with the forum while you looked at it. What you wrote is not stored. See what was decided.',
    conflictRegister:
      'The register was changed while you looked at the forum. Your text still stands here but is not stored. Look, and accept again.',
  },
})
