import type { IconName } from './icon-paths'

/**
 * A drawing beside a word, never instead of one: it is hidden from screen readers.
 * `<Icon name="check" />` 18 px, `<Icon name="check" small />` 14 px (chips, hints).
 */
export function Icon({ name, small = false }: { name: IconName; small?: boolean | undefined }) {
  return (
    <svg className={small ? 'i i--s' : 'i'} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}
