import { fieldNamed, type RecordData, type SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { HIDDEN } from '@/lib/catalogue/hidden'
import { dayOf, sayDay } from '../calendar'

/** One of two records, as its reader may see it. */
export type PairSide = {
  name: string
  unitName: string
  closed: boolean
  approved: boolean
  updatedAt: Date
  account: { username: string; disabled: boolean; lastSignInAt: Date | null } | null
  data: RecordData
}

type Fact = { key: string; item?: string | undefined; label: string; values: readonly [string | null, string | null] }

/** Fields by which people are told apart, always shown, alike or not. */
const TELLING: readonly [SectionId, string][] = [
  ['identity', 'full_name'],
  ['identity', 'date_of_birth'],
  ['identity', 'citizen_id'],
  ['identity', 'gender'],
  ['identity', 'phone'],
  ['identity', 'social_insurance_no'],
  ['identity', 'health_insurance_card_no'],
  ['agency', 'staff_number'],
]

/** What two records are recognised by, side by side; of a side out of reach nothing. */
export function pairFacts(first: PairSide | null, second: PairSide | null, lists: Lists): Fact[] {
  const both = (of: (side: PairSide) => string | null) =>
    [first, second].map((side) => (side === null ? 'không xem được' : of(side))) as unknown as Fact['values']
  return [
    { key: 'unit', label: 'Đơn vị', values: both(({ unitName }) => unitName) },
    ...TELLING.flatMap(([section, code]) => {
      const field = fieldNamed(section, code)
      if (!field) return []
      const values = both(({ data }) => {
        const answer = (data[section] as Record<string, unknown>)[code] ?? null
        return answer === null || answer === HIDDEN ? (answer as string | null) : field.display(answer as never, lists)
      })
      return [{ key: code, item: field.item, label: field.label, values }]
    }),
    { key: 'account', label: 'Tài khoản', values: both(sayAccount) },
    { key: 'state', label: 'Hồ sơ', values: both(sayState) },
  ]
}

function sayAccount({ account }: PairSide): string {
  if (account === null) return 'chưa có'
  if (account.disabled) return `${account.username}, đã khóa`
  const last = account.lastSignInAt
  return `${account.username}, ${last === null ? 'chưa đăng nhập' : `đăng nhập ${sayDay(dayOf(last))}`}`
}

const sayState = ({ closed, approved, updatedAt }: PairSide) =>
  [
    closed ? 'đã đóng' : approved ? 'đã có bản được duyệt' : 'chưa có bản được duyệt',
    `sửa ${sayDay(dayOf(updatedAt))}`,
  ].join(', ')
