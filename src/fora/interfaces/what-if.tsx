import { listed } from '../../base/language.ts'
import { Note } from '../../web/blocks.tsx'
import { Select } from '../../web/fields.tsx'
import { Filter } from '../../web/filter.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { addressOf, type Network, type NetworkBody } from './connections.ts'
import type { Losers } from './network-selection.ts'
import { networkTexts } from './network-texts.ts'

interface WhatIfProps extends Losers {
  asked: Asked
  whole: Network
  /** The body that is thought away. */
  closing: NetworkBody | undefined
}

/** Asks and answers what loses its link when one forum closes. */
export const WhatIf = ({ asked, whole, closing, losing, keptByMembers }: WhatIfProps) => {
  const t = networkTexts[asked.lang]
  const known = whole.bodies.filter((body) => body.known).toSorted((a, b) => (a.sortName < b.sortName ? -1 : 1))
  const touching = whole.connections.filter(({ from, to }) => closing && (from === closing.id || to === closing.id))
  const sharing = touching.filter(({ kind }) => kind === 'shared').length
  const names = (bodies: readonly NetworkBody[]) => (
    <b>
      {listed(
        bodies.map(({ name }) => name),
        asked.lang,
      )}
    </b>
  )
  return (
    <section aria-labelledby="nedlaeg">
      <div class="sv-h">
        <h2 id="nedlaeg">{t.whatIf}</h2>
      </div>
      <Filter
        action={`${inDistrict(asked.district, foraPaths.network)}#nedlaeg`}
        label={t.whatIf}
        submit={t.whatIfShow}
        hidden={asked.asOf === null ? {} : { dato: asked.asOf }}
        values={{ luk: closing && addressOf(closing) }}
      >
        <Select
          name="luk"
          label={t.whatIfLabel}
          hint={t.whatIfHint}
          empty={t.whatIfChoose}
          choices={known.map((body) => ({ value: addressOf(body), label: body.name }))}
        />
      </Filter>
      {closing && (
        <Note kind={losing.length > 0 ? 'warn' : 'plain'}>
          <p>{t.direct(closing.name, touching.length - sharing, sharing)}</p>
          <p>
            {losing.length === 0 ? (
              t.nobodyLoses(closing.name)
            ) : (
              <>
                {t.loses(closing.name, losing.length)} {names(losing)}.
              </>
            )}
          </p>
          {keptByMembers.length > 0 && (
            <p>
              {keptByMembers.length === losing.length ? (
                t.allKept
              ) : (
                <>
                  {t.kept} {names(keptByMembers)}.
                </>
              )}
            </p>
          )}
        </Note>
      )}
    </section>
  )
}
