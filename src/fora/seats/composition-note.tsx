import { longDay } from '../../base/language.ts'
import { Note, State } from '../../web/blocks.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { type ComposedSeat, type Composition, departures } from './composition.ts'
import { compositionTexts } from './composition-texts.ts'

interface CompositionNoteProps {
  asked: Asked
  forum: { slug: string }
  /** Null when nothing is agreed for the forum. */
  composition: Composition | null
  /** The seats of the day shown. */
  seats: readonly ComposedSeat[]
  /** False on the page where the rules themselves are edited. */
  linked?: boolean
}

const Source = ({ asked, composition }: { asked: Asked; composition: Composition }) => {
  const t = compositionTexts[asked.lang]
  const rules = composition.own ? t.own : t.fromDefault
  return <span class="sv-sm sv-2">{t.agreedIn(composition.source === '' ? rules : composition.source)}</span>
}

/** Says where the seats of a forum depart from how it is to be put together, or that they do not. */
export const CompositionNote = ({ asked, forum, composition, seats, linked = true }: CompositionNoteProps) => {
  const t = compositionTexts[asked.lang]
  const editable = linked && asked.asOf === null && asked.may('composition.edit')
  const link = (label: string) => <a href={inDistrict(asked.district, foraPaths.composition(forum.slug))}>{label}</a>
  if (composition === null) return editable ? <p class="sv-sm sv-gap">{link(t.setRules)}</p> : null
  const found = departures(seats, composition, asked.day)
  if (found.length === 0)
    return (
      <p class="sv-sm sv-gap">
        <State kind="ok">{t.follows}</State> <Source asked={asked} composition={composition} />
        {editable && <> {link(t.change)}</>}
      </p>
    )
  return (
    <Note kind="warn" title={t.departs(found.length)}>
      <ul>
        {found.map((departure) => (
          <li>{t.sentence(departure, (day) => longDay(day, asked.lang))}</li>
        ))}
      </ul>
      <p>
        <Source asked={asked} composition={composition} />
        {editable && <> {link(t.change)}</>}
      </p>
    </Note>
  )
}
