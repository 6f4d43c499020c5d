import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import type { Duty } from '@/lib/domain/account-duties'
import { sayDay } from '@/lib/domain/calendar'

type AccountNoteProps = {
  ends: { days: number; on: string } | null
  spared: { duties: Duty[]; until: string; reason: string } | null
}

const SPARED: Record<Exclude<Duty, 'terms'>, string> = {
  password: 'đổi mật khẩu đã quá hạn',
  secondFactor: 'xác thực hai bước',
}

/** One line over every page: a password that ends soon, or what a demonstration spares this account. */
export function AccountNote({ ends, spared }: AccountNoteProps) {
  if (!ends && !spared) return null
  return (
    <p className="account-note">
      <Icon name={spared ? 'shield' : 'key'} small />
      <span>
        {spared ? (
          <>
            <b>Bản dùng thử:</b> đến hết {sayDay(spared.until)} tài khoản này được miễn{' '}
            {spared.duties
              .map((duty) => duty !== 'terms' && SPARED[duty])
              .filter(Boolean)
              .join(' và ')}
            . {spared.reason}.
          </>
        ) : (
          ends && (
            <>
              Mật khẩu hết hạn ngày {sayDay(ends.on)}, còn {ends.days} ngày.{' '}
              <Link href="/account/password">Đổi mật khẩu</Link>
            </>
          )
        )}
      </span>
    </p>
  )
}
