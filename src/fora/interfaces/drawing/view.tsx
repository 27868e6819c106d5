import type { FC } from 'hono/jsx'
import type { Language } from '../../../base/language.ts'
import type { NetworkLayout, NetworkLink, PlacedLabel, PlacedLink, PlacedNode } from './graph.ts'
import { drawingTexts } from './texts.ts'
import { threadWordsOf } from './thread-words.ts'

const linkClass: Record<NetworkLink['kind'], string> = {
  mutual: 'k k-both',
  oneSided: 'k k-warn k-dash',
  unmatched: 'k k-2 k-dash',
  thread: 'k k-thread',
  shared: 'k k-shared',
}

/** Behind first: shared members are a backdrop, the thread lies on top. */
const linkOrder: readonly NetworkLink['kind'][] = ['shared', 'oneSided', 'unmatched', 'mutual', 'thread']

/** The class of what belongs to the chosen forum; the style sheet lets the rest step back. */
const litClass = (near: boolean): string => (near ? ' is-near' : '')

const Link: FC<{ link: PlacedLink; near: boolean }> = ({ link, near }) => (
  <path
    class={`${linkClass[link.kind]}${litClass(near)}`}
    d={link.path}
    marker-end={link.kind === 'oneSided' ? 'url(#net-arrow)' : undefined}
    data-from={link.from}
    data-to={link.to}
    data-bend={String(link.bend)}
  />
)

const ring = { radius: 17, dot: 4.5, most: 12 } as const

const GroupMark: FC<{ size: number }> = ({ size }) => {
  const dots = Math.min(size, ring.most)
  return (
    <>
      <circle class="f-ground" r="24" />
      {Array.from({ length: dots }, (_, index) => {
        const angle = (2 * Math.PI * index) / dots - Math.PI / 2
        const x = (ring.radius * Math.cos(angle)).toFixed(1)
        const y = (ring.radius * Math.sin(angle)).toFixed(1)
        return <circle class="f-ink" cx={x} cy={y} r={String(ring.dot)} />
      })}
      <text class="t-b" y="5" text-anchor="middle">
        {String(size)}
      </text>
    </>
  )
}

const Mark: FC<{ node: PlacedNode }> = ({ node }) => {
  if (!node.known) return <circle class="k k-2 k-dash k-ground" r={String(node.r)} />
  return node.groupSize > 1 ? <GroupMark size={node.groupSize} /> : <circle class="f-ink" r={String(node.r)} />
}

const Words: FC<{ label: PlacedLabel; node: PlacedNode }> = ({ label, node }) => (
  <text class="halo" text-anchor={label.anchor}>
    {label.lines.map((line, index) => (
      <tspan x={(label.x - node.x).toFixed(1)} y={(label.y - node.y + 16 * index).toFixed(1)}>
        {line.endsWith('-') ? line : `${line} `}
      </tspan>
    ))}
  </text>
)

const Node: FC<{ node: PlacedNode; links: number; near: boolean; lang: Language }> = ({ node, links, near, lang }) => {
  const texts = drawingTexts[lang]
  const said = [
    node.name,
    ...(node.groupSize > 1 ? [texts.group(node.groupSize)] : []),
    ...(node.known ? [] : [texts.unknown]),
    ...(node.meetings === null ? [] : [texts.meetings(node.meetings)]),
    texts.links(links),
  ].join(', ')
  const at = `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`
  const drawn = (
    <>
      <Words label={node.label} node={node} />
      <Mark node={node} />
    </>
  )
  const shared = {
    transform: at,
    'data-node': node.id,
    'data-r': String(node.r),
    ...(near && { class: 'is-near' }),
  }
  if (node.href === null) {
    return (
      <g {...shared}>
        <title>{said}</title>
        {drawn}
      </g>
    )
  }
  return (
    <a href={node.href} {...shared}>
      <title>{said}</title>
      {drawn}
    </a>
  )
}

const Frame: FC<{ layout: NetworkLayout; lang: Language }> = ({ layout, lang }) => {
  const texts = drawingTexts[lang]
  const lines = layout.lanes.map(({ top }) => `M0 ${String(top)}H${String(layout.width)}`)
  return (
    <g aria-hidden="true">
      <path class="k k-line" d={lines.join('')} />
      {layout.lanes.map(({ lane, top }) => (
        <text class="t-b" x="0" y={String(top + 26)}>
          {texts.lanes[lane]}
        </text>
      ))}
      {layout.columns.map(({ name, x }) => (
        <text class="t-2" x={x.toFixed(1)} y="20" text-anchor="middle">
          {name || texts.otherSubjects}
        </text>
      ))}
    </g>
  )
}

/**
 * The picture. It is a group and not an image to screen readers, because an image may not hold links; the table on the
 * page says the same in words.
 */
const Picture: FC<{ layout: NetworkLayout; lang: Language; chosen: string | null }> = ({ layout, lang, chosen }) => {
  const texts = drawingTexts[lang]
  const count = (kind: NetworkLink['kind']) => layout.links.filter((link) => link.kind === kind).length
  const linksOf = (id: string) => layout.links.filter(({ from, to }) => from === id || to === id).length
  const known = layout.nodes.filter((node) => node.known).length
  const [width, height] = [String(layout.width), String(layout.height)]
  const isOwn = ({ from, to }: NetworkLink) => chosen !== null && (from === chosen || to === chosen)
  const near = new Set([chosen, ...layout.links.filter(isOwn).flatMap(({ from, to }) => [from, to])])
  return (
    <svg
      class="sv-real"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-labelledby="net-t net-d"
    >
      <title id="net-t">{texts.title(known)}</title>
      <desc id="net-d">{texts.description(count('mutual'), count('oneSided'), count('unmatched'))}</desc>
      <defs>
        <marker id="net-arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path class="f-warn" d="M0 0 8 4 0 8Z" />
        </marker>
      </defs>
      <Frame layout={layout} lang={lang} />
      <g aria-hidden="true">
        {linkOrder.flatMap((kind) =>
          layout.links.filter((link) => link.kind === kind).map((link) => <Link link={link} near={isOwn(link)} />),
        )}
        {threadWordsOf(layout, texts.steps).map(({ x, y, anchor, lines }) => (
          <text class="halo t-th" x={x.toFixed(1)} y={y.toFixed(1)} text-anchor={anchor}>
            {lines.join(' ')}
          </text>
        ))}
      </g>
      <g>
        {layout.nodes.map((node) => (
          <Node node={node} links={linksOf(node.id)} near={near.has(node.id)} lang={lang} />
        ))}
      </g>
    </svg>
  )
}

/** What a line and a circle mean, shown before the drawing; only for what is in it. */
export const NetworkKey: FC<{ layout: NetworkLayout; lang: Language }> = ({ layout, lang }) => {
  const { key } = drawingTexts[lang]
  const has = (kind: NetworkLink['kind']) => layout.links.some((link) => link.kind === kind)
  const line = (kind: NetworkLink['kind']) => <path class={linkClass[kind]} d="M0 8H40" />
  const arrow = [<path class={linkClass.oneSided} d="M0 8H30" />, <path class="f-warn" d="M30 3 40 8 30 13Z" />]
  const items: [boolean, unknown, string][] = [
    [has('thread'), line('thread'), key.thread],
    [has('mutual'), line('mutual'), key.mutual],
    [has('oneSided'), arrow, key.oneSided],
    [
      layout.nodes.some((n) => !n.known),
      <circle class="k k-2 k-dash k-ground" cx="20" cy="8" r="6.5" />,
      key.unmatched,
    ],
    [has('shared'), line('shared'), key.shared],
    [true, [4, 8].map((r) => <circle class="f-ink" cx={String(r * 5 - 12)} cy="8" r={String(r)} />), key.size],
  ]
  return (
    <ul class="sv-key nobullet-list no-max-width">
      {items
        .filter(([shown]) => shown)
        .map(([, sign, words]) => (
          <li>
            <svg viewBox="0 0 40 16" aria-hidden="true">
              {sign}
            </svg>
            {words}
          </li>
        ))}
    </ul>
  )
}

/** What scrolls must take focus, or the keyboard cannot scroll it (WCAG 2.1.1). */
const scrolling = { tabindex: 0, role: 'region' } as const

export interface NetworkDrawingProps {
  layout: NetworkLayout
  lang: Language
  /** The forum that stands out with its neighbours, in the whole network. */
  chosen?: string | null
  /** Where moved places are posted, with the reader's CSRF token; absent for those who may not move fora. */
  saving?: { href: string; csrf: string }
}

/** The drawing in its scrolling region; `network-drawing` (an island) adds highlight and moving. */
export const NetworkDrawing: FC<NetworkDrawingProps> = ({ layout, lang, chosen = null, saving }) => {
  const texts = drawingTexts[lang]
  const attributes = saving
    ? { 'data-save': saving.href, 'data-csrf': saving.csrf, 'data-saved': texts.saved, 'data-failed': texts.notSaved }
    : {}
  return (
    <network-drawing
      class={chosen === null ? 'sv-network' : 'sv-network is-lit'}
      data-chosen={chosen ?? undefined}
      {...attributes}
    >
      {saving && (
        <div class="sv-acts" data-moving hidden>
          <button class="button button-secondary" type="button" aria-pressed="false">
            {texts.move}
          </button>
          <p>{texts.moveHint}</p>
          <p role="status"></p>
        </div>
      )}
      <div class="sv-scroll sv-wide" {...scrolling} aria-label={texts.region}>
        <Picture layout={layout} lang={lang} chosen={chosen} />
      </div>
    </network-drawing>
  )
}
