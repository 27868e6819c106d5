import { Columns, PageHead, Row, Rows, Section, State } from '../../web/blocks.tsx'
import { Select } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import type { ForumDetail } from '../register/forum-store.ts'
import { registerTexts } from '../register/texts.ts'
import { CheckedCell } from './list-page.tsx'
import { nameOf, type LegalReference } from './rules.ts'
import { lawTexts } from './texts.ts'
import type { Pointer } from './wording.ts'

export interface Suggestion extends Pointer {
  /** The reference on the list that the words point to; null when there is none. */
  reference: LegalReference | null
}

interface ForumLawProps {
  asked: Asked
  forum: ForumDetail
  tied: readonly LegalReference[]
  suggestions: readonly Suggestion[]
  /** References that are not tied to the forum. */
  others: readonly LegalReference[]
  problems?: readonly Problem[]
}

const Suggestions = ({ asked, forum, suggestions }: ForumLawProps) => {
  const t = lawTexts[asked.lang]
  const action = inDistrict(asked.district, foraPaths.law(forum.slug))
  if (suggestions.length === 0) return <p class="sv-2">{t.noSuggested}</p>
  return (
    <Rows columns="lead-action">
      {suggestions.map(({ act, paragraph, reference }) =>
        act === null ? (
          <Row
            lead={<State kind="warn">{t.noAct}</State>}
            title={paragraph}
            action={
              <a href={withQuery(inDistrict(asked.district, foraPaths.createLegalReference), { paragraf: paragraph })}>
                {t.create}
              </a>
            }
          >
            {t.noActText}
          </Row>
        ) : (
          <Row
            lead={<State kind={reference === null ? 'todo' : 'ok'}>{reference === null ? t.isNew : t.known}</State>}
            title={nameOf({ act, paragraph })}
            action={
              <PostButton
                action={action}
                label={reference === null ? t.tieNew : t.tie}
                about={nameOf({ act, paragraph })}
                fields={reference === null ? { lov: act, paragraf: paragraph } : { tilknyt: reference.id }}
                look="link"
              />
            }
          >
            {reference?.subject}
          </Row>
        ),
      )}
    </Rows>
  )
}

/** The legal basis of one forum: what is tied to it, what its words point to, and what else may be tied. */
export const ForumLawPage = (props: ForumLawProps) => {
  const { asked, forum, tied, others, problems = [] } = props
  const t = lawTexts[asked.lang]
  const title = t.ofForum(forum.name)
  const back = inDistrict(asked.district, foraPaths.forum(forum.slug))
  const action = inDistrict(asked.district, foraPaths.law(forum.slug))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="fora"
      problems={problems}
      crumbs={[
        { href: inDistrict(asked.district, foraPaths.list), label: registerTexts[asked.lang].fora },
        { href: back, label: forum.name },
      ]}
    >
      <PageHead title={title} lead={t.ofForumLead} />
      <Columns>
        <div>
          <Section id="knyttet" title={t.tied} count={String(tied.length)}>
            {tied.length === 0 ? (
              <p class="sv-2">{t.noTied}</p>
            ) : (
              <Rows columns="lead-action">
                {tied.map((reference) => (
                  <Row
                    lead={<CheckedCell asked={asked} row={reference} />}
                    title={
                      <a href={inDistrict(asked.district, foraPaths.legalReference(reference.id))}>
                        {nameOf(reference)}
                      </a>
                    }
                    action={
                      <PostButton
                        action={action}
                        label={t.untie}
                        about={nameOf(reference)}
                        fields={{ loesn: reference.id }}
                        look="link"
                      />
                    }
                  >
                    {reference.subject}
                  </Row>
                ))}
              </Rows>
            )}
          </Section>
          <Section id="fundet" title={t.suggested}>
            <Suggestions {...props} />
          </Section>
        </div>
        <div>
          <Section id="ord" title={t.words}>
            {forum.legalBasis === '' ? <p class="sv-2">{t.noWords}</p> : <p class="sv-src">{forum.legalBasis}</p>}
          </Section>
          <Section id="anden" title={t.other}>
            {others.length > 0 && (
              <Form action={action} problems={problems}>
                <Select
                  name="tilknyt"
                  label={t.choose}
                  empty={t.chooseEmpty}
                  choices={others.map((reference) => ({ value: reference.id, label: nameOf(reference) }))}
                />
                <Buttons submit={t.tie} />
              </Form>
            )}
            <p class="sv-sm">
              <a href={inDistrict(asked.district, foraPaths.createLegalReference)}>{t.create}</a>
            </p>
          </Section>
        </div>
      </Columns>
    </Page>
  )
}
