import Link from 'next/link'
import { Icon } from './icon'

/** One file that proves a value, by its name: `<Proof name="CCCD mặt trước.jpg" href="…" />`. */
export function Proof({ name, href }: { name: string; href: string }) {
  return (
    <Link className="proof" href={href}>
      <Icon name="clip" small />
      {name}
    </Link>
  )
}

/** The value agrees with a register: `<Matched>Khớp CSDL dân cư</Matched>`. */
export function Matched({ children }: { children: string }) {
  return (
    <span className="proof proof--db">
      <Icon name="check" small />
      {children}
    </span>
  )
}
