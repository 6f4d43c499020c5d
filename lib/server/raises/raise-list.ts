import 'server-only'
import { sayDay } from '@/lib/domain/calendar'
import type { Column } from '@/lib/domain/lists/column'
import type { RaiseAsk } from '@/lib/domain/lists/raise-list-spec'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import type { Delay } from '@/lib/domain/raises/delays'
import { earlyRuleOf } from '@/lib/domain/raises/raise-rules'
import { explain, sayLevel } from '@/lib/domain/raises/raise-words'
import type { RaiseKind } from '@/lib/domain/raises/raised'
import { noticeDayOf, retireOn } from '@/lib/domain/raises/retire-on'
import { Refusal } from '@/lib/domain/refusal'
import { addDays, addMonths } from '@/lib/domain/rules/day-arithmetic'
import { Prisma } from '@/prisma/generated/client'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import type { ListPage } from '../lists/list-page'
import { findPeople } from '../people/find-people'
import { loadPay, type PaidPerson } from './load-pay'

const { sql } = Prisma

/** One person on the list, from when a raise of the kind asked for is offered, and why. */
export type RaiseRow = PaidPerson & { kind: RaiseKind; offeredOn: string; why: string[] }

/** Proposals are made for the coming quarter. */
const AHEAD_DAYS = 90

export const raisesUntil = (ask: Pick<RaiseAsk, 'filters'>, today: string) =>
  ask.filters.until ?? addDays(today, AHEAD_DAYS)

/** One page of who is due, reckoned from the approved records. */
export async function raiseList(actor: Actor, ask: RaiseAsk): Promise<ListPage<RaiseRow>> {
  if (!mayAnywhere(actor, 'raise.read')) throw new Refusal('notFound', {})
  const { unit, kind } = ask.filters
  const until = raisesUntil(ask, actor.today)
  const where = [
    ...(unit === undefined ? [] : [sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${unit}::uuid))`]),
    ...findPeople(actor, ask.search),
  ]
  const people = await loadPay(db, actor, 'raise.read', { until, where })
  const rows = people.flatMap((person) => offered(person, (kind as RaiseKind | undefined) ?? null, until, actor.today))
  const { by, down } = ask.sort
  const order = [...rows].sort((a, b) => {
    const lead =
      by === 'due' ? compare(a.offeredOn, b.offeredOn) : by === 'unit' ? VI.compare(a.unitName, b.unitName) : 0
    const name = VI.compare(a.sortName, b.sortName) || compare(a.personId, b.personId)
    return (lead === 0 && by === 'name' ? name : lead) * (down ? -1 : 1) || name
  })
  return pageOf(order, ask)
}

const VI = new Intl.Collator('vi')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function offered(person: PaidPerson, kind: RaiseKind | null, until: string, today: string): RaiseRow[] {
  const { raise } = person
  const why = explain(raise, nameOf)
  if (kind === null || kind === 'regular' || kind === 'overScale')
    return raise.earliestOn <= until && (kind === null || raise.kind === kind)
      ? [{ ...person, kind: raise.kind, offeredOn: raise.dueOn, why }]
      : []
  if (raise.kind !== 'regular' || raise.dueOn <= today) return []
  const { mostMonths, basis } = earlyRuleOf(kind, today)
  const first = addMonths(raise.dueOn, -mostMonths)
  const early = `Trước thời hạn nhiều nhất ${mostMonths} tháng (${basis}).`
  if (kind === 'merit') {
    if (person.lastWasMerit || first > until) return []
    return [{ ...person, kind, offeredOn: first > today ? first : today, why: [...why, early] }]
  }
  const retires = retireOn(person.born, person.gender)
  const notice = retires && noticeDayOf(retires)
  if (retires === null || notice === null || retires < today || notice > until) return []
  if (notice < first || notice >= raise.dueOn) return []
  const said = `Nghỉ hưu hết ${sayDay(retires)}, thông báo trước 6 tháng: ${sayDay(notice)}.`
  return [{ ...person, kind, offeredOn: notice, why: [...why, said, early] }]
}

/** What a discipline or a rating is called. */
function nameOf({ what, code }: Delay): string {
  const list = what === 'discipline' ? 'hinh-thuc-ky-luat' : 'xep-loai-chat-luong'
  return codeLists(list).find((entry) => entry.code === code)?.label ?? code
}

/** The list is reckoned whole; a page of it begins beside a person. */
function pageOf(rows: RaiseRow[], { cursor, size }: RaiseAsk): ListPage<RaiseRow> {
  const beside = cursor === null ? -1 : rows.findIndex(({ personId }) => personId === cursor.keys[0])
  const after = cursor?.towards === 'after' ? beside + 1 : 0
  const start = cursor?.towards === 'before' && beside >= 0 ? Math.max(0, beside - size) : after
  const shown = rows.slice(start, start + size)
  const edge = (towards: 'after' | 'before', row: RaiseRow | undefined, at: number) =>
    row ? { towards, at, keys: [row.personId] } : null
  return {
    rows: shown,
    total: rows.length,
    atLeast: false,
    first: shown.length === 0 ? 0 : start + 1,
    previous: start > 0 ? edge('before', shown[0], start + 1) : null,
    next: start + shown.length < rows.length ? edge('after', shown.at(-1), start + shown.length) : null,
  }
}

const rankName = (code: string) =>
  codeLists('ngach-cong-chuc + chuc-danh-nghe-nghiep').find((entry) => entry.code === code)?.label ?? code

export const RAISE_COLUMNS: readonly Column<RaiseRow>[] = [
  { key: 'name', label: 'Họ và tên', kind: 'text', of: ({ name }) => name },
  { key: 'unit', label: 'Đơn vị', kind: 'text', of: ({ unitName }) => unitName },
  {
    key: 'rank',
    label: 'Ngạch, chức danh',
    kind: 'text',
    of: ({ facts }) => `${facts.rankCode} ${rankName(facts.rankCode)}`,
  },
  { key: 'from', label: 'Đang hưởng', kind: 'text', of: ({ raise }) => sayLevel(raise.from) },
  { key: 'since', label: 'Từ ngày', kind: 'day', of: ({ raise }) => raise.since },
  { key: 'to', label: 'Được nâng', kind: 'text', of: ({ raise }) => sayLevel(raise.to) },
  { key: 'due', label: 'Hưởng từ', kind: 'day', of: ({ offeredOn }) => offeredOn },
  { key: 'why', label: 'Căn cứ', kind: 'text', of: ({ why }) => why.join(' ') },
]
