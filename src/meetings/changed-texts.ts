import { defineTexts } from '../base/language.ts'

/** Said above a form that was opened before somebody else changed what it is about. */
export const changedTexts = defineTexts({
  da: {
    title: (name: string) => `${name === '' ? 'En anden' : name} har ændret noget, siden du åbnede siden`,
    text: 'Intet er gemt endnu, og det, du skrev, er ikke gået tabt. Se ændringerne igennem, og tryk igen, hvis du vil fortsætte.',
    nothingLeft: 'Intet er gemt, og der er ikke mere at gøre her.',
    change: (field: string, before: string, after: string) => `${field}: før ${before}, nu ${after}`,
    nothing: 'intet',
    at: (moment: string, name: string, action: string) =>
      [moment, name, action].filter((part) => part !== '').join(', '),
  },
  en: {
    title: (name: string) => `${name === '' ? 'Somebody else' : name} has changed something since you opened the page`,
    text: 'Nothing is saved yet, and what you wrote is not lost. Look the changes through, and press again to go on.',
    nothingLeft: 'Nothing is saved, and there is nothing more to do here.',
    change: (field: string, before: string, after: string) => `${field}: before ${before}, now ${after}`,
    nothing: 'nothing',
    at: (moment: string, name: string, action: string) =>
      [moment, name, action].filter((part) => part !== '').join(', '),
  },
})
