import { defineTexts } from '../base/language.ts'

export type AboutKey = 'about' | 'accessibility' | 'privacy'

interface AboutText {
  title: string
  lead: string
  sections: readonly { heading: string; text: readonly string[] }[]
}

/** What the program says about itself. An installation that serves the public adds its own authority's statements. */
export const aboutTexts = defineTexts<Record<AboutKey, AboutText>>({
  da: {
    about: {
      title: 'Om Samvirk',
      lead: 'Samvirk er politikredsens og kommunernes fælles arbejdsrum.',
      sections: [
        {
          heading: 'Hvad kan du her?',
          text: [
            'Loven beder politiet og kommunerne om at samarbejde. Det sker i kredsrådet, i lokalrådene og i en lang række andre fora. Her kan du se, hvilke fora der findes, hvem der sidder i dem, hvor ofte de mødes, og hvordan de hænger sammen.',
            'Politikredsens ledelsessekretariat holder registret ved lige. Bilaget til samarbejdsplanen skrives ud fra det.',
          ],
        },
        {
          heading: 'Hvem kan se hvad?',
          text: [
            'Et forum er lukket, indtil sekretariatet åbner det. Offentligheden ser kun det, der er åbnet for alle, og ingen navne på personer.',
          ],
        },
        {
          heading: 'Kilder',
          text: ['Politikredse og kommuner: DAGI og Danmarks Statistik, CC BY 4.0.'],
        },
      ],
    },
    accessibility: {
      title: 'Tilgængelighedserklæring',
      lead: 'Samvirk er bygget efter WCAG 2.2, niveau AA.',
      sections: [
        {
          heading: 'Det er prøvet',
          text: [
            'Siderne er gennemgået automatisk med axe i lys og mørk visning, og de vigtigste opgaver er løst med tastatur alene og uden script. Tegninger har en tabel ved siden af, der viser det samme.',
          ],
        },
        {
          heading: 'Det er ikke prøvet endnu',
          text: ['Ingen har endnu prøvet siderne med skærmlæser eller i andre browsere end Chromium.'],
        },
        {
          heading: 'Mangler du noget?',
          text: [
            'Skriv til politikredsens ledelsessekretariat, hvis noget ikke virker for dig. Myndigheden, der driver siden, sætter her sin egen kontakt og sin klageadgang ind.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Persondata',
      lead: 'Registret handler om embeder og fora. Det rummer ingen oplysninger om borgere.',
      sections: [
        {
          heading: 'Det gemmes om dem, der deltager',
          text: [
            'Navn, arbejdsmail, embede, pladser i fora, og hvornår de begyndte og sluttede. For brugere også, hvornår de loggede ind, og hvad de har ændret.',
            'Formålet er, at myndighederne kan se, hvem de samarbejder med, og at ændringer kan efterprøves.',
          ],
        },
        {
          heading: 'Det gemmes ikke',
          text: [
            'Ingen oplysninger om borgere i sager. Et tal, der ligner et CPR-nummer, bliver afvist i alle tekstfelter.',
          ],
        },
        {
          heading: 'Cookies',
          text: [
            'Siden bruger kun de cookies, der skal til for at logge ind, sende en formular sikkert og huske sproget. Ingen følger dig.',
          ],
        },
      ],
    },
  },
  en: {
    about: {
      title: 'About Samvirk',
      lead: 'Samvirk is the shared working room of the police district and the municipalities.',
      sections: [
        {
          heading: 'What can you do here?',
          text: [
            'The law asks the police and the municipalities to work together. They do so in the district council, the local councils and many other fora. Here you can see which fora exist, who has a seat in them, how often they meet and how they are connected.',
            'The secretariat of the district keeps the register. The annex of the cooperation plan is printed from it.',
          ],
        },
        {
          heading: 'Who sees what?',
          text: [
            'A forum is closed until the secretariat opens it. The public sees only what is open to everyone, and no names of persons.',
          ],
        },
        {
          heading: 'Sources',
          text: ['Police districts and municipalities: DAGI and Statistics Denmark, CC BY 4.0.'],
        },
      ],
    },
    accessibility: {
      title: 'Accessibility statement',
      lead: 'Samvirk is built to WCAG 2.2, level AA.',
      sections: [
        {
          heading: 'What has been tested',
          text: [
            'The pages have been checked automatically with axe in light and dark, and the main tasks have been done with the keyboard alone and without script. Drawings have a table beside them that says the same.',
          ],
        },
        {
          heading: 'What has not been tested yet',
          text: ['Nobody has tested screen readers or browsers other than Chromium yet.'],
        },
        {
          heading: 'Something missing?',
          text: [
            'Write to the secretariat of the district if something does not work for you. The authority that runs the site puts its own contact and complaint address here.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Personal data',
      lead: 'The register is about offices and fora. It holds nothing about citizens.',
      sections: [
        {
          heading: 'What is kept about those who take part',
          text: [
            'Name, work e-mail, office, seats in fora, and when these began and ended. For users also when they signed in and what they changed.',
            'The purpose is that the authorities see whom they work with, and that changes can be checked.',
          ],
        },
        {
          heading: 'What is not kept',
          text: [
            'Nothing about citizens in cases. A number that looks like a civil registration number is refused in every text field.',
          ],
        },
        {
          heading: 'Cookies',
          text: [
            'The site uses only the cookies needed to sign in, send a form safely and remember the language. Nobody tracks you.',
          ],
        },
      ],
    },
  },
})
