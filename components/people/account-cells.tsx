import Link from 'next/link'
import { StateChip } from '@/components/ui/chip'
import { sayInstant } from '@/lib/domain/calendar'

type Row = {
  personId: string
  name: string
  username: string | null
  lastSignInAt: Date | null
  disabled: boolean
  locked: boolean
}

/** What of an account's row is more than words: the name leads to account, roles and certificates. */
export const accountCells = {
  name: ({ personId, name }: Row) => (
    <Link href={`/administration/people/${personId}`} prefetch={false}>
      {name}
    </Link>
  ),
  username: ({ username }: Row) => username ?? <span className="mute">chưa có tài khoản</span>,
  lastSignIn: ({ disabled, locked, lastSignInAt, username }: Row) => {
    if (disabled) return <span className="soft">Đã ngừng</span>
    if (locked) return <StateChip state="error">Đang khóa</StateChip>
    if (username === null) return ''
    if (!lastSignInAt) return <span className="mute">chưa lần nào</span>
    return <time dateTime={lastSignInAt.toISOString()}>{sayInstant(lastSignInAt)}</time>
  },
}
