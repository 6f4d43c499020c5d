import 'server-only'
import { type CodeEntry, plain } from '@/lib/catalogue/code-list'
import type { Column } from '@/lib/domain/lists/column'
import type { PeopleAsk } from '@/lib/domain/lists/people-list-spec'
import { PEOPLE_STAGES, PERSON_STATE_WORDS } from '@/lib/domain/people-stages'
import { type Actor, within } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'
import { codeLists } from '../code-lists/code-lists'
import type { Key } from '../lists/list-page'
import type { PersonRow } from './people-list'

/** Columns of the people's list, in order; those of `PEOPLE_LIST.extras` are shown when asked for. */
export const peopleColumns = (actor: Actor): Column<PersonRow>[] =>
  COLUMNS.filter(({ key }) => key !== 'party' || readsParty(actor))

/** What the list can be narrowed by, beside the search. */
export function peopleFilters(actor: Actor, { filters }: PeopleAsk, units: readonly UnitChoice[]) {
  const choice = (name: keyof PeopleAsk['filters'], label: string, choices: Choice[]) => ({
    ...{ kind: 'choice' as const, name, label, choices, value: filters[name] },
  })
  const typed = (name: keyof PeopleAsk['filters'], label: string) => ({
    ...{ kind: 'number' as const, more: true, name, label, value: filters[name] },
  })
  return [
    ...(units.length > 1 ? [{ kind: 'unit' as const, name: 'unit', label: 'Đơn vị', units, value: filters.unit }] : []),
    choice('stage', 'Trạng thái', STAGES),
    { ...choice('category', 'Đối tượng', entries('doi-tuong')), more: true },
    { ...choice('status', 'Trạng thái công tác', entries('trang-thai-cong-tac')), more: true },
    { ...typed('position', 'Chức vụ'), kind: 'words' as const },
    { ...typed('rank', 'Ngạch, chức danh'), kind: 'words' as const },
    { ...choice('gender', 'Giới tính', entries('gioi-tinh')), more: true },
    typed('bornFrom', 'Sinh từ năm'),
    typed('bornUntil', 'đến năm'),
    typed('missingFrom', 'Còn thiếu từ'),
    ...(readsParty(actor) ? [{ ...choice('party', 'Đảng viên', YES_NO), more: true }] : []),
  ]
}

/** Of others, that is: what somebody reads of themselves makes no column. */
function readsParty(actor: Actor): boolean {
  const reach = within(actor, 'sensitive.read', 'affiliation.is_party_member')
  return reach === 'everything' || (reach !== 'nothing' && reach.unitPaths.length > 0)
}

type Choice = { value: string; label: string }
type UnitChoice = { id: string; name: string; depth: number }

const STAGES: Choice[] = Object.entries(PEOPLE_STAGES)
  .filter(([value]) => value !== 'people')
  .map(([value, label]) => ({ value, label }))
const YES_NO: Choice[] = [
  { value: 'yes', label: 'Có' },
  { value: 'no', label: 'Không' },
]
const entries = (list: string): Choice[] => codeLists(list).map(({ code, label }) => ({ value: code, label }))

const COLUMNS: readonly Column<PersonRow>[] = [
  { key: 'name', label: 'Họ và tên', kind: 'text', of: ({ name }) => name },
  { key: 'citizenId', label: 'Số CCCD', kind: 'identity', of: ({ citizenId }) => citizenId },
  { key: 'unit', label: 'Đơn vị', kind: 'text', of: ({ unitName }) => unitName },
  {
    key: 'category',
    label: 'Đối tượng',
    kind: 'text',
    of: ({ personCategory }) => labelOf('doi-tuong', personCategory),
  },
  {
    key: 'status',
    label: 'Trạng thái công tác',
    kind: 'text',
    of: ({ employmentStatus }) => labelOf('trang-thai-cong-tac', employmentStatus),
  },
  { key: 'position', label: 'Chức vụ', kind: 'text', of: ({ position }) => labelOf('chuc-vu', position) },
  { key: 'rank', label: 'Ngạch, chức danh', kind: 'text', of: ({ rank }) => labelOf(RANKS, rank) },
  { key: 'gender', label: 'Giới tính', kind: 'text', of: ({ gender }) => labelOf('gioi-tinh', gender) },
  { key: 'born', label: 'Năm sinh', kind: 'number', of: ({ dateOfBirth }) => yearOf(dateOfBirth) },
  { key: 'phone', label: 'Điện thoại', kind: 'identity', of: ({ phone }) => phone },
  { key: 'party', label: 'Đảng viên', kind: 'text', of: ({ partyMember }) => yesNo(partyMember) },
  { key: 'filled', label: 'Đã ghi', kind: 'number', of: ({ filled }) => filled },
  { key: 'missing', label: 'Còn thiếu', kind: 'number', of: ({ missing }) => missing },
  { key: 'state', label: 'Trạng thái', kind: 'text', of: ({ state }) => PERSON_STATE_WORDS[state] },
  { key: 'updated', label: 'Cập nhật', kind: 'instant', of: ({ updatedAt }) => updatedAt },
]

export const RANKS = 'ngach-cong-chuc + chuc-danh-nghe-nghiep'

/** Codes whose words, without accents, hold what was typed; or the code itself. */
export const positionsLike = (typed: string) => codesLike('chuc-vu', typed)
export const ranksLike = (typed: string) => codesLike(RANKS, typed)

function codesLike(list: string, typed: string): string[] {
  const words = plain(typed)
  return codeLists(list)
    .filter(({ code, label }) => plain(label).includes(words) || plain(code) === words)
    .map(({ code }) => code)
}

/** A code's place among the words of its list, as a key: what is empty first, what the list does not know last. */
export function placeInWords(list: 'chuc-vu' | 'doi-tuong' | 'gioi-tinh' | typeof RANKS, code: Prisma.Sql): Key {
  const place = Prisma.sql`CASE WHEN ${code} IS NULL THEN 0 ELSE coalesce((${wordsOf(list).places}::jsonb ->> ${code})::int, 99999) END`
  return { sql: place, type: 'int' }
}

/** A code's words; the code itself where the list does not know it. */
const labelOf = (list: string, code: string | null): string | null =>
  code === null ? null : (wordsOf(list).labels.get(code) ?? code)

type Words = { labels: Map<string, string>; places: string }
/** Worked out once for each list, and again when it has changed. */
const worked = new WeakMap<readonly CodeEntry[], Words>()

function wordsOf(list: string): Words {
  const entries = codeLists(list)
  const words = worked.get(entries) ?? {
    labels: new Map(entries.map(({ code, label }) => [code, label])),
    places: JSON.stringify(
      Object.fromEntries(
        entries.toSorted((a, b) => a.label.localeCompare(b.label, 'vi')).map(({ code }, at) => [code, at + 1]),
      ),
    ),
  }
  worked.set(entries, words)
  return words
}

const yearOf = (date: string | null) => (date === null ? null : Number(date.slice(0, 4)))
const yesNo = (answer: boolean | null) => (answer === null ? null : answer ? 'Có' : 'Không')
