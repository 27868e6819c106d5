import { encode } from 'uqr'
import { Message, PageHead } from '../web/blocks.tsx'
import { Field } from '../web/fields.tsx'
import { Buttons, Form } from '../web/form.tsx'
import type { Frame } from '../web/frame.ts'
import { Page } from '../web/layout.tsx'
import { paths } from '../web/paths.ts'
import type { Problem } from '../web/problem.ts'
import { signInPaths } from './paths.ts'
import { signInTexts } from './texts.ts'

/** A QR code as a drawing: dark squares on a light ground in dark mode as well, because readers want it so. */
const QrCode = ({ text, title }: { readonly text: string; readonly title: string }) => {
  const { data, size } = encode(text, { border: 4 })
  const squares = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      width="240"
      height="240"
      role="img"
      aria-label={title}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares} fill="#000" />
    </svg>
  )
}

interface FactorPageProps {
  readonly frame: Frame
  /** The address apps read from the picture. */
  readonly uri: string
  readonly problems?: readonly Problem[]
}

/** Shows the secret as picture, link and text, and asks for the first code. */
export const FactorPage = ({ frame, uri, problems = [] }: FactorPageProps) => {
  const { factor: texts, account } = signInTexts[frame.lang]
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <Page
      frame={frame}
      title={texts.title}
      problems={problems}
      crumbs={[{ href: paths.account, label: account.title }]}
    >
      <div class="sv-lone">
        <PageHead title={texts.title} />
        <h2>{texts.scan}</h2>
        <p>{texts.scanText}</p>
        <p>
          <QrCode text={uri} title={texts.picture} />
        </p>
        <p>
          <a href={uri}>{texts.link}</a>
        </p>
        <p>{texts.byHand}</p>
        <p class="sv-src">{secret.match(/.{1,4}/g)?.join(' ')}</p>
        <Form action={signInPaths.factor} problems={problems}>
          <Field
            name="kode"
            label={texts.code}
            hint={texts.codeHint}
            inputmode="numeric"
            autocomplete="one-time-code"
            width="short"
          />
          <Buttons submit={texts.submit} cancel={{ href: paths.account }} />
        </Form>
      </div>
    </Page>
  )
}

interface CodesPageProps {
  readonly frame: Frame
  readonly codes: readonly string[]
  /** True when the second factor was just turned on. */
  readonly turnedOn: boolean
}

/** The backup codes, this once. */
export const BackupCodesPage = ({ frame, codes, turnedOn }: CodesPageProps) => {
  const { factor: texts, account } = signInTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.codesTitle} crumbs={[{ href: paths.account, label: account.title }]}>
      <div class="sv-lone">
        <Message kind="success" title={turnedOn ? texts.codesOn : texts.codesNew} />
        <PageHead title={texts.codesTitle} lead={texts.codesLead} />
        <ol class="sv-src sv-lines">
          {codes.map((code) => (
            <li>{code}</li>
          ))}
        </ol>
        <p class="sv-acts sv-gap">
          <a class="button button-primary" href={paths.account}>
            {texts.codesDone}
          </a>
        </p>
      </div>
    </Page>
  )
}
