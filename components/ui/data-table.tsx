import Link from 'next/link'
import type { ReactNode } from 'react'

type ScrollProps = {
  /** Name of the region, since it takes the focus for scrolling by keys. */
  label: string
  children: ReactNode
}

/** Around a table wider than the page; a table of the class `cards` needs none. */
export function ScrollRegion({ label, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

type PagerProps = {
  /** First and last row shown, and how many there are. */
  from: number
  to: number
  of: number
  /** Counting stopped at `of`. */
  atLeast?: boolean | undefined
  /** "đơn vị", "người": after the figures. */
  noun?: string | undefined
  previous?: string | undefined
  next?: string | undefined
  children?: ReactNode | undefined
}

/** Foot of a list: `<Pager from={1} to={10} of={168} noun="đơn vị" next="/records?page=2" />` → "1–10 trong 168 đơn vị". */
export function Pager({ from, to, of, atLeast = false, noun = '', previous, next, children }: PagerProps) {
  const figures =
    of === 0
      ? '0'
      : `${from.toLocaleString('vi')}–${to.toLocaleString('vi')} trong ${atLeast ? 'hơn ' : ''}${of.toLocaleString('vi')}`
  return (
    <nav className="pager" aria-label="Trang của danh sách">
      <span>
        {`${figures} ${noun}`.trim()}
        {children && <>. {children}</>}
      </span>
      {previous && <Link href={previous}>Trang trước</Link>}
      {next && <Link href={next}>Trang sau</Link>}
    </nav>
  )
}
