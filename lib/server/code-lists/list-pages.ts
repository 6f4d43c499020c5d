import 'server-only'
import { type CodeEntry, isInForceOn, plain } from '@/lib/catalogue/code-list'
import { listSource, listTitle, SINGLE_LISTS } from '@/lib/catalogue/code-lists'
import { FIXED_LISTS } from '@/lib/domain/code-lists/fixed-lists'
import { usagePlaces } from '@/lib/domain/code-lists/usage-places'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import { codeLists } from './code-lists'
import { keptUsage } from './count-usage'
import { requireList } from './write-version'

/** Every list: how long it is, which version stands, on what it rests. */
export async function listsOverview(actor: Actor) {
  if (!mayAnywhere(actor, 'codeList.manage')) throw new Refusal('notFound', {})
  const newest = await db.codeListVersion.findMany({
    distinct: ['list'],
    orderBy: [{ list: 'asc' }, { number: 'desc' }],
    select: { list: true, number: true, basis: true, at: true },
  })
  const versions = new Map(newest.map((version) => [version.list, version]))
  return SINGLE_LISTS.map((name) => {
    const entries = standing(codeLists(name))
    return {
      ...{ name, title: listTitle(name), source: listSource(name), total: entries.length },
      inForce: entries.filter((entry) => isInForceOn(entry, actor.today)).length,
      version: versions.get(name) ?? null,
      isFixed: FIXED_LISTS[name] !== undefined,
    }
  }).sort((a, b) => a.title.localeCompare(b.title, 'vi'))
}

const standing = (entries: readonly CodeEntry[]) => entries.filter(({ withdrawn }) => !withdrawn)

export const ENTRY_STATES = {
  open: 'Còn hiệu lực',
  closed: 'Đã đóng',
  coming: 'Chưa đến ngày',
  lost: 'Đóng, chưa có mã thay',
}
export type EntryState = keyof typeof ENTRY_STATES

type Asked = { on: string; search: string; state: string }

/** One list on a day, with where its values are used as last counted, and its versions. */
export async function listPage(actor: Actor, list: string, { on, search, state }: Asked) {
  requireList(actor, list)
  const [usage, versions] = await Promise.all([
    keptUsage(list),
    db.codeListVersion.findMany({ where: { list }, orderBy: { number: 'desc' }, omit: { byUserId: true, list: true } }),
  ])
  const words = plain(search)
  const undone = new Set(versions.flatMap(({ undoes }) => undoes ?? []))
  const entries = standing(codeLists(list))
  const rows = entries
    .map((entry) => ({ ...entry, state: stateOn(entry, on), uses: usage?.uses.get(entry.code) ?? null }))
    .filter(({ code, label, note }) => words === '' || plain(`${code} ${label} ${note ?? ''}`).includes(words))
    .filter((row) => state === '' || row.state === state || (state === 'lost' && isLost(row)))
  return {
    ...{ title: listTitle(list), source: listSource(list), total: entries.length, rows },
    ...{ countedAt: usage?.at ?? null, fixed: FIXED_LISTS[list] ?? null },
    places: [...new Set(usagePlaces(list).map(({ label }) => label))],
    versions: versions.map((version) => ({ ...version, isUndone: undone.has(version.id) })),
  }
}

const isLost = ({ state, successor }: { state: EntryState; successor?: string }) =>
  state === 'closed' && successor === undefined

const stateOn = (entry: CodeEntry, day: string): EntryState =>
  isInForceOn(entry, day) ? 'open' : (entry.validFrom ?? '') > day ? 'coming' : 'closed'

/** One value, for the forms that change it; null where a new one is to be added. */
export async function valuePage(actor: Actor, list: string, code: string) {
  requireList(actor, list)
  const entries = standing(codeLists(list))
  const entry = entries.find((one) => one.code === code) ?? null
  if (code !== '' && entry === null) throw new Refusal('notFound', {})
  const usage = await keptUsage(list)
  return {
    ...{ title: listTitle(list), entry, fixed: FIXED_LISTS[list] ?? null },
    ...{ uses: usage?.uses.get(code) ?? null, countedAt: usage?.at ?? null },
    groups: [...new Set(entries.flatMap(({ group }) => group ?? []))],
    others: entries
      .filter((one) => one.code !== code && isInForceOn(one, actor.today))
      .map((one) => ({ value: one.code, label: `${one.code} ${one.label}` })),
  }
}
