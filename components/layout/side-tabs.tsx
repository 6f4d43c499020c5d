import Link from 'next/link'
import { type Actor, mayAnywhere, type Permission } from '@/lib/domain/policy'

export type SideTab<Key extends string> = { key: Key; href: string; label: string; needs: Permission }

type Props<Key extends string> = { label: string; tabs: readonly SideTab<Key>[]; current: Key; actor: Actor }

/** The sides of one subject that open for this actor, each a page of its own. */
export function SideTabs<Key extends string>({ label, tabs, current, actor }: Props<Key>) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs
        .filter(({ needs }) => mayAnywhere(actor, needs))
        .map((tab) => (
          <Link key={tab.key} href={tab.href} aria-current={tab.key === current ? 'page' : undefined}>
            {tab.label}
          </Link>
        ))}
    </nav>
  )
}
