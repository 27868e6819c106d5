import { defineTexts } from '../../base/language.ts'

/** Texts of the days that are kept free of meetings. */
export const periodTexts = defineTexts({
  da: {
    title: 'Fridage',
    titleOf: (year: number) => `Fridage i ${String(year)}`,
    lead: 'Dage, hvor Samvirk ikke foreslår møder. Helligdage og weekender er altid med.',
    caption: (year: number) => `Perioder, der holdes fri i ${String(year)}`,
    columns: { period: 'Periode', name: 'Hvad', where: 'Hvor', act: 'Ret' },
    everywhere: 'Hele politikredsen',
    add: 'Tilføj en periode',
    edit: 'Ret',
    editTitle: (name: string) => `Ret ${name}`,
    remove: 'Fjern',
    removed: (name: string) => `${name} er fjernet`,
    undo: 'Fortryd',
    fields: { name: 'Hvad er det', where: 'Hvor gælder det', from: 'Første dag', to: 'Sidste dag' },
    nameHint: 'For eksempel vinterferie eller pædagogisk dag',
    save: 'Gem',
    fetch: 'Hent perioder',
    fetchText: 'Kommunerne fastsætter selv skolernes ferie. Hent de sædvanlige uger, og ret dem til.',
    usual: 'Hent de sædvanlige skoleferier',
    lastYear: (year: number) => `Kopiér fra ${String(year)}`,
    fetched: (count: number) =>
      count === 0
        ? 'Der var ikke mere at hente'
        : count === 1
          ? '1 periode er hentet'
          : `${String(count)} perioder er hentet`,
    previous: (year: number) => `Forrige år, ${String(year)}`,
    next: (year: number) => `Næste år, ${String(year)}`,
    empty: (year: number) => `Ingen perioder i ${String(year)} endnu`,
    emptyText:
      'Hent de sædvanlige skoleferier, eller tilføj en periode. Uden dem foreslår Samvirk også møder i ferierne.',
    holidays: 'Helligdage og faste fridage',
    holidaysCaption: (year: number) => `Helligdage i ${String(year)}`,
    day: 'Dag',
    schools: {
      winter: 'Vinterferie',
      easter: 'Påskeferie',
      summer: 'Sommerferie',
      autumn: 'Efterårsferie',
      christmas: 'Juleferie',
    },
    problems: {
      name: 'Skriv, hvad perioden er',
      day: 'Vælg en dag, der findes',
      order: 'Den sidste dag ligger før den første',
      long: 'En periode kan højst være et år',
      known: 'Perioden står der allerede',
      where: 'Vælg en kommune i politikredsen',
    },
  },
  en: {
    title: 'Days kept free',
    titleOf: (year: number) => `Days kept free in ${String(year)}`,
    lead: 'Days on which Samvirk proposes no meetings. Public holidays and weekends are always among them.',
    caption: (year: number) => `Periods kept free in ${String(year)}`,
    columns: { period: 'Period', name: 'What', where: 'Where', act: 'Edit' },
    everywhere: 'The whole district',
    add: 'Add a period',
    edit: 'Edit',
    editTitle: (name: string) => `Edit ${name}`,
    remove: 'Remove',
    removed: (name: string) => `${name} is removed`,
    undo: 'Undo',
    fields: { name: 'What is it', where: 'Where does it count', from: 'First day', to: 'Last day' },
    nameHint: 'For example winter holiday or a training day',
    save: 'Save',
    fetch: 'Fetch periods',
    fetchText: 'The municipalities set the school holidays themselves. Fetch the usual weeks, and adjust them.',
    usual: 'Fetch the usual school holidays',
    lastYear: (year: number) => `Copy from ${String(year)}`,
    fetched: (count: number) =>
      count === 0
        ? 'There was nothing more to fetch'
        : count === 1
          ? '1 period fetched'
          : `${String(count)} periods fetched`,
    previous: (year: number) => `Previous year, ${String(year)}`,
    next: (year: number) => `Next year, ${String(year)}`,
    empty: (year: number) => `No periods in ${String(year)} yet`,
    emptyText:
      'Fetch the usual school holidays, or add a period. Without them Samvirk proposes meetings in the holidays too.',
    holidays: 'Public holidays and days on which nobody calls a meeting',
    holidaysCaption: (year: number) => `Holidays in ${String(year)}`,
    day: 'Day',
    schools: {
      winter: 'Winter holiday',
      easter: 'Easter holiday',
      summer: 'Summer holiday',
      autumn: 'Autumn holiday',
      christmas: 'Christmas holiday',
    },
    problems: {
      name: 'Write what the period is',
      day: 'Choose a day that exists',
      order: 'The last day is before the first',
      long: 'A period can be a year at most',
      known: 'The period is there already',
      where: 'Choose a municipality of the district',
    },
  },
})
