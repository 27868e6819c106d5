import { defineTexts } from '../../../base/language.ts'

export const drawingTexts = defineTexts({
  da: {
    lanes: { strategic: 'Strategisk', tactical: 'Taktisk', operational: 'Operationelt', none: 'Uden niveau' },
    otherSubjects: 'Andet',
    title: (fora: number) => (fora === 1 ? 'Netværk af ét forum' : `Netværk af ${fora} fora`),
    description: (mutual: number, oneSided: number, unmatched: number) =>
      `Rækker efter niveau, kolonner efter emne. ${mutual} par nævner hinanden, ${oneSided} snitflader er ensidige, ` +
      `${unmatched} går til noget, der ikke er i registret. Tabellen under figuren viser det samme.`,
    region: 'Tegning af netværket, kan rulles vandret',
    meetings: (count: number) => (count === 1 ? 'ét møde om året' : `${count} møder om året`),
    group: (count: number) => `${count} fora`,
    unknown: 'ikke i registret',
    steps: {
      prepares: 'forbereder og følger op',
      sets: 'nedsætter',
      anchors: 'forankrer indsatser i',
      hands: 'fører planen videre til',
    },
    links: (count: number) => (count === 1 ? 'én forbindelse' : `${count} forbindelser`),
    move: 'Flyt fora',
    moveHint: 'Træk et forum med musen, eller vælg det med tabulator og flyt det med piletasterne.',
    saved: 'Placeringen er gemt',
    notSaved: 'Placeringen er ikke gemt. Genindlæs siden, og prøv igen.',
    key: {
      thread: 'Den røde tråd fra plan til indsats',
      mutual: 'Gensidig snitflade',
      oneSided: 'Ensidig, pilen peger på det nævnte forum',
      unmatched: 'Nævnt, men ikke i registret',
      shared: 'Fælles medlemmer',
      size: 'Få eller mange møder om året',
      group: 'Flere fora under ét navn',
    },
  },
  en: {
    lanes: { strategic: 'Strategic', tactical: 'Tactical', operational: 'Operational', none: 'No level' },
    otherSubjects: 'Other',
    title: (fora: number) => (fora === 1 ? 'Network of one forum' : `Network of ${fora} fora`),
    description: (mutual: number, oneSided: number, unmatched: number) =>
      `Rows by level, columns by subject. ${mutual} pairs name each other, ${oneSided} interfaces are one-sided, ` +
      `${unmatched} lead to something outside the register. The table below the figure shows the same.`,
    region: 'Drawing of the network, scrolls sideways',
    meetings: (count: number) => (count === 1 ? 'one meeting a year' : `${count} meetings a year`),
    group: (count: number) => `${count} fora`,
    unknown: 'not in the register',
    steps: {
      prepares: 'prepares and follows up',
      sets: 'sets up',
      anchors: 'anchors efforts in',
      hands: 'hands the plan on to',
    },
    links: (count: number) => (count === 1 ? 'one link' : `${count} links`),
    move: 'Move fora',
    moveHint: 'Drag a forum with the mouse, or choose it with the tab key and move it with the arrow keys.',
    saved: 'The place is saved',
    notSaved: 'The place is not saved. Reload the page and try again.',
    key: {
      thread: 'The red thread from plan to effort',
      mutual: 'Interface named by both',
      oneSided: 'Named by one side, the arrow points to the named forum',
      unmatched: 'Named, but not in the register',
      shared: 'Shared members',
      size: 'Few or many meetings a year',
      group: 'Several fora under one name',
    },
  },
})
