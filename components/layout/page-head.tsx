import Link from 'next/link'
import type { ReactNode } from 'react'

export type PageHeadProps = {
  title: string
  /** The way here, without "Trang đầu" and without the page itself, which `here` or the title names. */
  crumbs?: { label: string | undefined; href: string }[]
  here?: string | undefined
  /** Beside the title: state chip, "Đã lưu lúc 10:32". */
  chip?: ReactNode | undefined
  /** One line under the title. */
  lead?: ReactNode | undefined
  /** "Số liệu lúc 10:31, thứ Ba 24/11/2026". */
  asOf?: string | undefined
  /** Small buttons at the right. */
  children?: ReactNode | undefined
}

/** `<PageHead title="Việc của tôi" lead="…" asOf="Số liệu lúc 10:31, thứ Ba 24/11/2026" />` */
export function PageHead({ title, crumbs = [], here = title, chip, lead, asOf, children }: PageHeadProps) {
  return (
    <>
      <nav className="crumb" aria-label="Đường dẫn">
        <ol>
          {[{ label: 'Trang đầu', href: '/' }, ...crumbs].map(({ label, href }) => (
            <li key={href}>
              <Link href={href}>{label}</Link>
            </li>
          ))}
          <li aria-current="page">{here}</li>
        </ol>
      </nav>
      <div className="head">
        <div>
          <div className="head-title">
            <h1>{title}</h1>
            {chip}
          </div>
          {lead && <p>{lead}</p>}
        </div>
        {asOf && <p className="asof">{asOf}</p>}
        {children}
      </div>
    </>
  )
}

/** Below the page, where there is something to send: sentence at left, acts at right, the main act last. */
export function ActionBar({ says, children }: { says: ReactNode; children: ReactNode }) {
  return (
    <div className="bar">
      <p role="status">{says}</p>
      {children}
    </div>
  )
}
