import { defineTexts } from '../../base/language.ts'
import type { OutcomeKind } from '../rules.ts'

interface Phrase {
  /** Sent by the form; kept when the words are improved. */
  key: string
  kind: OutcomeKind
  words: string
}

/** What minutes often say, by outcome. */
export const phrases = defineTexts<{ all: readonly Phrase[] }>({
  da: {
    all: [
      { key: 'noted-1', kind: 'noted', words: 'Orienteringen blev taget til efterretning.' },
      { key: 'noted-2', kind: 'noted', words: 'Status blev taget til efterretning uden bemærkninger.' },
      { key: 'discussed-1', kind: 'discussed', words: 'Punktet blev drøftet.' },
      { key: 'discussed-2', kind: 'discussed', words: 'Bemærkningerne fra drøftelsen indgår i det videre arbejde.' },
      { key: 'decided-1', kind: 'decided', words: 'Indstillingen blev tiltrådt.' },
      { key: 'decided-2', kind: 'decided', words: 'Referatet fra sidste møde blev godkendt.' },
      { key: 'decided-3', kind: 'decided', words: 'Indstillingen blev ikke tiltrådt.' },
      { key: 'postponed-1', kind: 'postponed', words: 'Punktet blev udsat til næste møde.' },
      { key: 'postponed-2', kind: 'postponed', words: 'Punktet blev udsat, indtil der foreligger flere oplysninger.' },
    ],
  },
  en: {
    all: [
      { key: 'noted-1', kind: 'noted', words: 'The information was noted.' },
      { key: 'noted-2', kind: 'noted', words: 'The status was noted without remarks.' },
      { key: 'discussed-1', kind: 'discussed', words: 'The item was discussed.' },
      { key: 'discussed-2', kind: 'discussed', words: 'The remarks will be taken into account in the further work.' },
      { key: 'decided-1', kind: 'decided', words: 'The recommendation was adopted.' },
      { key: 'decided-2', kind: 'decided', words: 'The minutes of the last meeting were approved.' },
      { key: 'decided-3', kind: 'decided', words: 'The recommendation was not adopted.' },
      { key: 'postponed-1', kind: 'postponed', words: 'The item was postponed to the next meeting.' },
      { key: 'postponed-2', kind: 'postponed', words: 'The item was postponed until more is known.' },
    ],
  },
})
