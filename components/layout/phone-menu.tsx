'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import type { MenuEntry } from './rail'
import { SignOutForm } from './sign-out-form'

type PhoneMenuProps = { entries: MenuEntry[]; person: string; signOut: () => Promise<void>; children: ReactNode }

/** Rail, role and account behind one word on narrow screens. Opens without script; closes when a page has been chosen. */
export function PhoneMenu({ entries, person, signOut, children }: PhoneMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null)
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is the reason to close
  useEffect(() => menu.current?.removeAttribute('open'), [path])
  return (
    <details className="menu" ref={menu}>
      <summary>
        <Icon name="menu" />
        Menu
      </summary>
      <nav aria-label="Menu">
        {children}
        {entries.map(({ href, label, count }) => (
          <Link key={href} href={href}>
            {count ? `${label} (${count.toLocaleString('vi')})` : label}
          </Link>
        ))}
        <Link href="/help">Trợ giúp</Link>
        <Link href="/account">{person}</Link>
        <SignOutForm signOut={signOut}>
          <button type="submit">Đăng xuất</button>
        </SignOutForm>
      </nav>
    </details>
  )
}
