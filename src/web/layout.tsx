import type { Child, PropsWithChildren } from 'hono/jsx'
import { raw } from 'hono/html'
import { FrameContext, useFrame, useTexts } from './frame-context.ts'
import type { Frame, MenuEntry } from './frame.ts'
import { PostButton } from './form.tsx'
import type { Problem } from './problem.ts'
import { inDistrict, inLanguage, onSite, paths, withQuery } from './paths.ts'
import { webTexts } from './texts.ts'

export interface Crumb {
  readonly href: string
  readonly label: string
}

interface PageProps {
  readonly frame: Frame
  /** The text of the page's h1; the title of the window follows it. */
  readonly title: string
  /** Key of the menu entry the page belongs to. */
  readonly current?: string
  /** The way to this page, without the page itself. */
  readonly crumbs?: readonly Crumb[]
  /** Non-empty when a form was refused: the title then begins with "Fejl:". */
  readonly problems?: readonly Problem[]
  /** More elements for the head, such as an alternate link. */
  readonly head?: Child
}

/** A whole HTML document: head, header with menu, breadcrumbs, the page's own content and footer. */
export const Page = ({
  frame,
  title,
  current,
  crumbs = [],
  problems = [],
  head,
  children,
}: PropsWithChildren<PageProps>) => {
  const texts = webTexts[frame.lang]
  const { assets } = frame
  return (
    <FrameContext.Provider value={frame}>
      {raw('<!DOCTYPE html>')}
      <html lang={frame.lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${problems.length > 0 ? texts.errorTitle(title) : title} – Samvirk`}</title>
          {assets.fonts.map((font) => (
            <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          <link rel="stylesheet" href={assets.styles} />
          <link rel="icon" href={assets.favicon} type="image/svg+xml" />
          <script type="module" src={assets.script}></script>
          {head}
        </head>
        <body>
          <a class="skipnav" href="#main-content">
            {texts.skip}
          </a>
          <Header current={current} />
          <main id="main-content" class="sv-wrap" tabindex={-1}>
            <Crumbs crumbs={crumbs} />
            {children}
          </main>
          <Footer />
        </body>
      </html>
    </FrameContext.Provider>
  )
}

const Header = ({ current }: { readonly current: string | undefined }) => {
  const { district, reader, menu } = useFrame()
  const texts = useTexts()
  const start = district === null ? paths.home : inDistrict(district, reader === null ? '/fora' : '/mit-arbejde')
  return (
    <header class="sv-top">
      <div class="sv-wrap sv-bar">
        <a class="sv-name" href={start}>
          <Mark />
          Samvirk
        </a>
        {district && <span class="sv-where">{district.name}</span>}
        {district && (
          <button class="sv-link sv-find-open" type="button" popovertarget="find">
            {texts.search}
          </button>
        )}
        <button class="sv-menu" type="button" popovertarget="menu">
          {texts.menu}
        </button>
        {district && <Find district={district} />}
        <div class="sv-panel" id="menu" popover="auto">
          <Account />
          {menu.length > 0 && <MainMenu current={current} />}
        </div>
      </div>
    </header>
  )
}

/** Where a reader comes back to after signing in from a page; null where the page is none to come back to. */
const afterSignIn = (path: string): string | null => {
  const here = onSite(path)
  return here === paths.home || here.startsWith(paths.signIn) ? null : here
}

const Account = () => {
  const { lang, path, reader, district } = useFrame()
  const texts = useTexts()
  const other = lang === 'da' ? 'en' : 'da'
  return (
    <div class="sv-account">
      <a href={inLanguage(path, other)} lang={other} hreflang={other}>
        {texts.otherLanguage}
      </a>
      {reader === null ? (
        <a href={withQuery(paths.signIn, { next: afterSignIn(path) })}>{texts.signIn}</a>
      ) : (
        <>
          {district !== null && <a href={inDistrict(district, '/meddelelser')}>{texts.notices}</a>}
          <a class="sv-who" href={paths.account}>
            {reader.role === '' ? reader.name : `${reader.name}, ${reader.role}`}
          </a>
          <PostButton action={paths.signOut} label={texts.signOut} look="link" />
        </>
      )}
    </div>
  )
}

const Find = ({ district }: { readonly district: { readonly id: string } }) => {
  const texts = useTexts()
  return (
    <form
      id="find"
      popover="auto"
      class="sv-find"
      role="search"
      aria-label={texts.search}
      action={inDistrict(district, '/soeg')}
      method="get"
    >
      <label class="form-label" for="find-q">
        {texts.searchAll}
      </label>
      <div class="sv-acts">
        <input class="form-input" id="find-q" type="search" name="q" autofocus />
        <button class="button button-primary" type="submit">
          {texts.search}
        </button>
      </div>
    </form>
  )
}

/** So many entries have room beside each other on a tablet. */
const mostInLine = 5

const MenuEntries = ({ entries, current }: { readonly entries: readonly MenuEntry[]; readonly current?: string }) => (
  <>
    {entries.map(({ key, label, href }) => (
      <li>
        <a href={href} aria-current={key === current ? 'page' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </>
)

/** The last entries lie behind a button where the window is neither wide nor narrow; elsewhere they stand with the others. */
const MainMenu = ({ current }: { readonly current: string | undefined }) => {
  const { menu } = useFrame()
  const texts = useTexts()
  const mark = current === undefined ? {} : { current }
  const rest = menu.slice(mostInLine)
  return (
    <nav class="sv-nav" aria-label={texts.mainMenu}>
      <ul class="nobullet-list no-max-width">
        <MenuEntries entries={menu.slice(0, mostInLine)} {...mark} />
        {rest.length > 0 && (
          <li class="sv-rest">
            <button type="button" popovertarget="mere">
              {texts.more}
            </button>
            <ul class="nobullet-list no-max-width" id="mere" popover="auto">
              <MenuEntries entries={rest} {...mark} />
            </ul>
          </li>
        )}
      </ul>
    </nav>
  )
}

const Crumbs = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => {
  const texts = useTexts()
  if (crumbs.length === 0) return null
  return (
    <nav class="breadcrumbs" aria-label={texts.crumbs}>
      <ol class="breadcrumbs__list no-max-width">
        {crumbs.map(({ href, label }) => (
          <li class="breadcrumbs__list-item">
            <a class="breadcrumbs__link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const Footer = () => {
  const texts = useTexts()
  return (
    <footer class="sv-foot">
      <div class="sv-wrap">
        <ul class="nobullet-list no-max-width sv-row">
          <li>
            <a href={paths.about}>{texts.about}</a>
          </li>
          <li>
            <a href={paths.accessibility}>{texts.accessibility}</a>
          </li>
          <li>
            <a href={paths.privacy}>{texts.privacy}</a>
          </li>
        </ul>
        <p>{texts.footer}</p>
      </div>
    </footer>
  )
}

const Mark = () => (
  <svg viewBox="0 0 38 22" aria-hidden="true">
    <path class="k k-thread" d="M4 17C14 17 11 5 19 5s5 12 15 12" />
    <circle class="f-ink" cx="4" cy="17" r="3.5" />
    <circle class="f-ink" cx="19" cy="5" r="3.5" />
    <circle class="f-ink" cx="34" cy="17" r="3.5" />
  </svg>
)
