import { load } from 'cheerio'
import type { Child } from 'hono/jsx'
import { renderToString } from 'hono/jsx/dom/server'
import { day } from '../base/time.ts'
import { Columns, Empty, Fact, Facts, Message, Note, PageHead, Row, Rows, Section, State } from './blocks.tsx'
import { DateField } from './date-input.tsx'
import { Checkbox, Checkboxes, Field, FileField, Radios, Select, TextArea } from './fields.tsx'
import { Band, Meter, Pips, Progress, Sureness } from './figures.tsx'
import { Filter, Results, Views } from './filter.tsx'
import { Buttons, Form, PostButton } from './form.tsx'
import type { Frame } from './frame.ts'
import { Page } from './layout.tsx'
import type { Problem } from './problem.ts'
import { StateLine, StepGuide } from './steps.tsx'
import { Pager, Table } from './table.tsx'

/** A signed-in reader on a page of a district. */
export const sampleFrame: Frame = {
  lang: 'da',
  path: '/testrup/fora?q=råd&side=2',
  district: { id: 'testrup', name: 'Testrup Politi og kommunerne' },
  reader: { name: 'Ane Eksempel', role: 'sekretariatet' },
  today: day('2026-11-21'),
  csrf: 'token-1',
  assets: {
    styles: '/assets/s.css',
    script: '/assets/s.js',
    icons: '/assets/i.svg',
    favicon: '/assets/f.svg',
    fonts: ['/assets/r.woff2'],
  },
  menu: [
    { key: 'work', label: 'Mit arbejde', href: '/testrup/mit-arbejde' },
    { key: 'fora', label: 'Fora', href: '/testrup/fora' },
  ],
}

/** Refusals for some of the fields in `everyField`. */
export const sampleProblems: readonly Problem[] = [
  { field: 'navn', text: 'Skriv et navn' },
  { field: 'fra', text: 'Skriv en dato' },
  { field: 'opgaver', text: 'Vælg, om opgaverne følger med' },
  { field: 'brev', text: 'Sæt kryds' },
]

/** A form with one field of every kind, refused. */
export const everyField = (
  <Form
    action="/testrup/pladser"
    version={7}
    problems={sampleProblems}
    values={{ navn: '<b>Bo</b>', 'fra-dag': '31', note: '\nlinje' }}
    upload
  >
    <Field name="navn" label="Navn" hint="For- og efternavn" suggestions={['Bo Prøve']} />
    <Field name="kode" label="Adgangskode" type="password" autocomplete="new-password" value="hemmelig" />
    <DateField name="fra" label="Hvornår begynder personen?" value={day('2026-02-01')} />
    <Radios
      name="opgaver"
      label="Følger opgaverne med?"
      choices={[
        { value: 'ja', label: 'Ja' },
        { value: 'nej', label: 'Nej', hint: 'De fordeles' },
      ]}
    />
    <Checkboxes
      name="omraade"
      label="Områder"
      value={['a']}
      choices={[
        { value: 'a', label: 'Vold' },
        { value: 'b', label: 'Trafik' },
      ]}
    />
    <Select
      name="rolle"
      label="Rolle"
      empty="Vælg"
      value="f"
      choices={[
        { value: 'f', label: 'Formand' },
        { value: 'm', label: 'Medlem' },
      ]}
    />
    <TextArea name="note" label="Bemærkning" />
    <FileField name="fil" label="Bilag" accept=".docx" />
    <Checkbox name="brev" label="Send velkomst" checked />
    <Buttons submit="Gem" cancel={{ href: '/testrup/fora' }} />
  </Form>
)

const rows = [
  { name: 'Opdigtråd', seats: 9 },
  { name: 'Prøveråd', seats: 0 },
]

/** A page with one of every part but forms. */
export const everyPart = (
  <>
    <Message kind="success" title="Gemt" />
    <PageHead
      title="Prøve"
      lead="Alle dele"
      actions={
        <a class="button button-primary" href="/ny">
          Opret
        </a>
      }
    />
    <Filter action="/testrup/fora" label="Find forum" results="liste" hidden={{ sorter: 'navn' }}>
      <Field name="q" type="search" label="Søg i navn" />
    </Filter>
    <Results id="liste" said="2 fora">
      <Views
        label="Udvalg"
        views={[
          { label: 'Alle', count: 2, href: '/alle', current: true },
          { label: 'Netværk', href: '/net' },
        ]}
      />
      <Table
        caption="To fora"
        rows={rows}
        rowId={({ name }) => `r-${name}`}
        sort={{
          key: 'navn',
          descending: false,
          href: (key, descending) => `/fora?sorter=${key}${descending ? '-ned' : ''}`,
        }}
        columns={[
          { key: 'navn', label: 'Forum', sortable: true, cell: ({ name }) => <a href={`/fora/${name}`}>{name}</a> },
          {
            key: 'pladser',
            label: 'Antal pladser',
            short: 'Pladser',
            sortable: true,
            numeric: true,
            cell: ({ seats }) => seats,
          },
          {
            key: 'se',
            label: 'At se på',
            cell: ({ seats }) => (seats === 0 ? <State kind="warn">Ingen pladser</State> : null),
          },
        ]}
      />
      <Pager page={5} pages={20} href={(page) => `/fora?side=${page}`} />
    </Results>
    <Columns>
      <Section id="bilag" title="Fra bilag 1" count="to felter" link={{ href: '/log', label: 'Hele loggen' }}>
        <Facts>
          <Fact term="Emne">Trafik</Fact>
        </Facts>
        <Rows columns="lead-action">
          <Row
            lead={<State kind="ok">Gensidig</State>}
            title="Opdigtråd"
            action={<PostButton action="/x" label="Fjern" about="Opdigtråd" fields={{ id: 4 }} look="link" />}
          >
            Begge nævner hinanden
          </Row>
        </Rows>
        <Note kind="warn" title="Uklart">
          <p>Ordlyden er bevaret</p>
        </Note>
        <Empty title="Ingen møder endnu" />
      </Section>
      <div>
        <Pips held={2} planned={1} missing={1} /> 2 af 4 <Pips held={20} missing={3} /> 20 af 23{' '}
        <Meter part={3} whole={0} />
        <Band
          parts={[
            { kind: 'ok', count: 2 },
            { kind: 'bad', count: 0 },
          ]}
        />
        <Progress marks={['ok', 'todo']} current={1} />
        <Sureness level="check" label="Tjek" />
        <StateLine
          label="Fase"
          thread
          current={1}
          steps={[{ title: 'Forslag' }, { title: 'Indsats', text: 'i gang' }, { title: 'Evaluering' }]}
        />
        <StepGuide
          current={1}
          steps={[{ title: 'Plads', href: '/plads' }, { title: 'Person', text: 'ny' }, { title: 'Gem' }]}
        />
      </div>
    </Columns>
  </>
)

/** The page as text. */
export const html = (page: Child): string => renderToString(page)
/** The page, to ask with selectors. */
export const read = (page: Child) => load(html(page))
/** Content inside a page with the sample frame. */
export const inPage = (content: Child, given: Partial<Frame> = {}, refused: readonly Problem[] = []) =>
  read(
    <Page
      frame={{ ...sampleFrame, ...given }}
      title="Prøve"
      current="fora"
      problems={refused}
      crumbs={[{ href: '/testrup/fora', label: 'Fora' }]}
    >
      {content}
    </Page>,
  )
