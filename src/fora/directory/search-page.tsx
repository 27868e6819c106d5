import { Empty, PageHead, Row, Rows, Section } from '../../web/blocks.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Filter, Results } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Municipality } from '../../people/store.ts'
import { foraPaths } from '../paths.ts'
import { seatTexts } from '../seats/texts.ts'
import type { FoundForum, FoundOffice, FoundSeat } from './search-store.ts'
import { isMetInHead } from './search.ts'
import { directoryTexts } from './texts.ts'

export interface Answer {
  fora: readonly (FoundForum & { contacts: readonly FoundSeat[] })[]
  /** How many fora answer, with those that are not shown. */
  all: number
  offices: readonly FoundOffice[]
}

interface SearchPageProps {
  asked: Asked
  words: string
  municipalities: readonly Municipality[]
  /** The municipality that was chosen, or named among the words. */
  municipality: Municipality | null
  wasNamed: boolean
  /** Null when nothing was asked. */
  answer: Answer | null
}

const Holder = ({
  asked,
  id,
  name,
  email,
}: {
  asked: Asked
  id: string | null
  name: string | null
  email?: string | null
}) => {
  const t = directoryTexts[asked.lang]
  if (!asked.may('persons.see')) return null
  if (id === null || name === null)
    return (
      <span class="sv-2">{`, ${asked.may('overview.see') ? t.vacant.toLowerCase() : t.notShown.toLowerCase()}`}</span>
    )
  return (
    <>
      {': '}
      <a href={inDistrict(asked.district, foraPaths.person(id))}>{name}</a>
      {email && (
        <>
          {', '}
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
    </>
  )
}

const ContactLine = ({ asked, seat }: { asked: Asked; seat: FoundSeat }) => {
  const t = directoryTexts[asked.lang]
  const { roles } = seatTexts[asked.lang]
  const { officeId } = seat
  const ownSeat = officeId === null && seat.organisationId === null
  return (
    <li>
      {`${roles[seat.role]}: `}
      {officeId !== null && asked.may('persons.see') ? (
        <a href={inDistrict(asked.district, foraPaths.office(officeId))}>{seat.label}</a>
      ) : (
        !ownSeat && seat.label
      )}
      {seat.organisationId !== null ? (
        <span class="sv-2">{`, ${t.sent}`}</span>
      ) : ownSeat && seat.holderId !== null ? (
        <a href={inDistrict(asked.district, foraPaths.person(seat.holderId))}>{seat.label}</a>
      ) : (
        <Holder asked={asked} id={seat.holderId} name={seat.holderName} email={seat.holderEmail} />
      )}
    </li>
  )
}

const Answers = ({ asked, answer, words }: SearchPageProps & { answer: Answer }) => {
  const t = directoryTexts[asked.lang]
  return (
    <>
      {answer.fora.length > 0 && (
        <Section id="fora-fundet" title={t.fora} count={t.answers(answer.fora.length, answer.all)}>
          <Rows>
            {answer.fora.map((forum) => (
              <Row
                lead={forum.municipalityName ?? t.noMunicipality}
                title={<a href={inDistrict(asked.district, foraPaths.forum(forum.slug))}>{forum.name}</a>}
              >
                {forum.topic !== '' && <p class="sv-sm">{forum.topic}</p>}
                <ul class="nobullet-list no-max-width sv-sm">
                  {forum.contacts.length === 0 && <li>{t.noContact}</li>}
                  {forum.contacts.map((seat) => (
                    <ContactLine asked={asked} seat={seat} />
                  ))}
                </ul>
                {words !== '' && forum.hits.length > 0 && (
                  <p class="sv-sm">{isMetInHead(forum.hits) ? t.inHead : t.inBody}</p>
                )}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {answer.offices.length > 0 && (
        <Section id="embeder-fundet" title={t.officesFound}>
          <Rows columns="one">
            {answer.offices.map((office) => (
              <li>
                {asked.may('persons.see') ? (
                  <a href={inDistrict(asked.district, foraPaths.office(office.id))}>{office.title}</a>
                ) : (
                  office.title
                )}
                {office.organisationName !== null && <span class="sv-2">{`, ${office.organisationName}`}</span>}
                <Holder asked={asked} id={office.holderId} name={office.holderName} />
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {!asked.may('persons.see') && <p class="sv-sm sv-2">{t.signInForNames}</p>}
    </>
  )
}

const Outcome = (props: SearchPageProps) => {
  const { asked, answer, words, municipality } = props
  const t = directoryTexts[asked.lang]
  if (answer === null)
    return (
      <Empty title={t.before}>
        <p>{t.beforeText}</p>
      </Empty>
    )
  if (answer.fora.length + answer.offices.length > 0) return <Answers {...props} answer={answer} />
  return (
    <Empty
      title={words === '' && municipality !== null ? t.nobodyThere(municipality.name) : t.nobody(`”${words}”`)}
      actions={<a href={inDistrict(asked.district, foraPaths.list)}>{t.fora}</a>}
    >
      <p>{t.nobodyText}</p>
    </Empty>
  )
}

/** "Who works with this?": a question in, the forum, the office and the person out. */
export const SearchPage = (props: SearchPageProps) => {
  const { asked, words, municipalities, municipality, wasNamed, answer } = props
  const t = directoryTexts[asked.lang]
  return (
    <Page frame={asked.frame} title={t.directory} current="directory">
      <PageHead title={t.directory} lead={t.directoryLead} />
      <Filter
        action={inDistrict(asked.district, foraPaths.directory)}
        label={t.directory}
        results="svar"
        submit={t.search}
        values={{ q: words, kommune: wasNamed ? '' : municipality?.code }}
      >
        <Field name="q" type="search" label={t.ask} hint={t.askHint} width="full" />
        <Select
          name="kommune"
          label={t.municipality}
          empty={t.allMunicipalities}
          choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Filter>
      <Results id="svar" said={answer === null ? t.before : t.answers(answer.fora.length, answer.all)}>
        {wasNamed && municipality !== null && <p class="sv-sm sv-2">{t.readAs(municipality.name)}</p>}
        <Outcome {...props} />
      </Results>
    </Page>
  )
}
