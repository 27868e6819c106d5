import { defineTexts } from '../../base/language.ts'

/** Texts about interfaces, shared by the page of a forum and the pages of this room. */
export const interfaceTexts = defineTexts({
  da: {
    none: 'Ingen snitflader er noteret.',
    unmatched: 'Ikke fundet',
    unmatchedText: 'Ordene passer ikke til et forum i registret. Opret forummet, eller ret ordlyden.',
    mutual: 'Gensidig',
    mutualText: 'Begge nævner hinanden.',
    oneSided: 'Ensidig',
    names: (forum: string, words: string) => `${forum} nævner ${words}`,
    namesStart: (forum: string) => `${forum} nævner `,
    namesEnd: (forum: string) => ` nævner ${forum}`,
    and: (forum: string) => `${forum} og `,
    notNamedBack: (silent: string, naming: string) => `${silent} nævner ikke ${naming}.`,
    addOtherSide: 'Tilføj den anden side',
    confirm: 'Bekræft snitfladen',
    edit: 'Ret, hvem snitfladerne nævner',
  },
  en: {
    none: 'No interfaces are noted.',
    unmatched: 'Not found',
    unmatchedText: 'The words match no forum of the register. Create the forum, or correct the words.',
    mutual: 'Mutual',
    mutualText: 'Both name each other.',
    oneSided: 'One-sided',
    names: (forum: string, words: string) => `${forum} names ${words}`,
    namesStart: (forum: string) => `${forum} names `,
    namesEnd: (forum: string) => ` names ${forum}`,
    and: (forum: string) => `${forum} and `,
    notNamedBack: (silent: string, naming: string) => `${silent} does not name ${naming}.`,
    addOtherSide: 'Add the other side',
    confirm: 'Confirm the interface',
    edit: 'Correct whom the interfaces name',
  },
})
