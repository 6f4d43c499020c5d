import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-paths'
import type { Duty } from '@/lib/domain/account-duties'
import { sayDay } from '@/lib/domain/calendar'

type AccountNoteProps = {
  /** A password that ends soon. */
  ends: { days: number; on: string } | null
  /** What an exemption of the demonstration spares. */
  spared: { duties: Duty[]; until: string; reason: string } | null
  /** Browsers at other addresses in which this account is used right now. */
  elsewhere: number
}

const SPARED: Record<Duty, string> = {
  password: 'đổi mật khẩu đã quá hạn',
  terms: 'điều khoản sử dụng',
  secondFactor: 'xác thực hai bước',
}

/** What every page says about the account itself, a line each; mostly nothing. */
export function AccountNote({ ends, spared, elsewhere }: AccountNoteProps) {
  return (
    <>
      {elsewhere > 0 && (
        <Line icon="users">
          <b>Tài khoản này đang được dùng ở {elsewhere} nơi khác.</b>{' '}
          <Link href="/account">Xem và đăng xuất nơi không phải của Anh/Chị</Link>
        </Line>
      )}
      {spared && (
        <Line icon="shield">
          <b>Bản dùng thử:</b> đến hết {sayDay(spared.until)} tài khoản này được miễn{' '}
          {spared.duties.map((duty) => SPARED[duty]).join(' và ')}. {spared.reason}.
        </Line>
      )}
      {ends && !spared?.duties.includes('password') && (
        <Line icon="key">
          Mật khẩu hết hạn ngày {sayDay(ends.on)}, còn {ends.days} ngày.{' '}
          <Link href="/account/password">Đổi mật khẩu</Link>
        </Line>
      )}
    </>
  )
}

const Line = ({ icon, children }: { icon: IconName; children: ReactNode }) => (
  <p className="account-note">
    <Icon name={icon} small />
    <span>{children}</span>
  </p>
)
