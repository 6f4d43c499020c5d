import Link from 'next/link'

type Tab = 'accounts' | 'units' | 'agreements'

/** The sides of administration. */
export function AdministrationTabs({ current }: { current: Tab }) {
  const tabs: { key: Tab; href: string; label: string }[] = [
    { key: 'accounts', href: '/administration', label: 'Người và tài khoản' },
    { key: 'units', href: '/administration/units', label: 'Đơn vị' },
    { key: 'agreements', href: '/administration/agreements', label: 'Đồng ý cho xem' },
  ]
  return (
    <nav className="tabs" aria-label="Quản trị">
      {tabs.map(({ key, href, label }) => (
        <Link key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
