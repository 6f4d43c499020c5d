'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-paths'

export type MenuEntry = {
  href: string
  label: string
  icon: IconName
  /** Work that waits there; nothing is shown for none. */
  count?: number | undefined
}

/** The left rail: icon over word, at most seven. The entry whose address begins the page's is the current one. */
export function Rail({ entries }: { entries: MenuEntry[] }) {
  return (
    <nav className="rail" aria-label="Chính">
      <ul>
        <RailLinks entries={entries} />
      </ul>
    </nav>
  )
}

function RailLinks({ entries }: { entries: MenuEntry[] }) {
  const path = usePathname()
  const here = (href: string) => path === href || path.startsWith(`${href}/`)
  // The queue lies below the list of records: the longest address that fits is where one is.
  const [current] = entries.filter(({ href }) => here(href)).sort((a, b) => b.href.length - a.href.length)
  return entries.map(({ href, label, icon, count }) => (
    <li key={href}>
      <Link href={href} aria-current={href === current?.href ? 'page' : undefined}>
        <Icon name={icon} />
        {label}
        {count ? (
          <span className="count">
            {count.toLocaleString('vi')}
            <span className="vh"> việc</span>
          </span>
        ) : null}
        <Opening />
      </Link>
    </li>
  ))
}

/** A page that takes its time says so: nothing at first, then a line under the top bar. */
function Opening() {
  const { pending } = useLinkStatus()
  return pending ? (
    <span className="opening" role="status">
      Đang mở trang
    </span>
  ) : null
}
