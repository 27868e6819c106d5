import { useFrame } from './frame-context.ts'

export type IconName =
  'ok' | 'way' | 'warn' | 'bad' | 'none' | 'todo' | 'up' | 'down' | 'out' | 'in' | 'both' | 'lock' | 'doc'

interface IconProps {
  readonly name: IconName
  readonly class?: string
}

/** A symbol from the icon file. Always beside words that say the same, so it is hidden from screen readers. */
export const Icon = ({ name, class: className = 'sv-i' }: IconProps) => (
  <svg class={className} viewBox="0 0 16 16" aria-hidden="true">
    <use href={`${useFrame().assets.icons}#i-${name}`} />
  </svg>
)
