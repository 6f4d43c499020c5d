import { fieldsOf, isTable, type PlacedTable, type RecordData, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import type { CodeEntry, Lists } from '@/lib/catalogue/code-list'
import type { PlacedField } from '@/lib/catalogue/field'
import type { Row } from '@/lib/catalogue/kinds/table'
import { ruleAgainst } from '@/lib/domain/exchange/national-rules'
import type { NationalErrorCode } from '@/lib/domain/national-errors'
import type { Place } from '@/lib/domain/rules/rule'
import { type Sending, wire } from './national-message'
import { columnsIn, groupOf, isSent, listsOf } from './national-names'

/** What the ministry would not take, before it is asked: our place, and the national name (`DS_X.Name` in a list). */
export type NationalFault = {
  code: Extract<NationalErrorCode, 'E_CATALOG' | 'E_FORMAT' | 'E_REQUIRED'>
  field: string
  place: Place
  label: string
  sensitive: boolean
  message: string
}

type Asked = {
  lists: Lists
  /** `YYYY-MM-DD`: the rules in force on it. */
  day: string
  /** Codes of the units; null where a unit's code is not the writer's to mend, and is not judged. */
  agencyCodeOf: Sending['agencyCodeOf'] | null
}

/** Longer texts than this no form of ours makes, where the field says no bound of its own. */
const LONGEST = 4_000

/** The national rules over a whole record: at entry, at approval and before sending the same. */
export function preflight(data: RecordData, asked: Asked): NationalFault[] {
  return SECTION_IDS.flatMap((section) => {
    const answers = data[section] as Record<string, unknown>
    return fieldsOf(section).flatMap((field) => {
      const answer = answers[field.code] ?? null
      if (isTable(field)) return rowFaults(section, field, (answer ?? []) as Row[], asked)
      if (!isSent(field) || (field.kind === 'unit' && asked.agencyCodeOf === null)) return []
      const place = { section, code: field.code }
      return faultsAt({ field, answer, under: groupOf(field), list: null, kind: null, place }, asked)
    })
  })
}

const rowFaults = (section: SectionId, table: PlacedTable, rows: Row[], asked: Asked) =>
  listsOf(table).flatMap((list) =>
    rows
      .filter(({ kind }) => list.kinds === null || list.kinds.includes(kind ?? ''))
      .flatMap((row) =>
        columnsIn(table, list).flatMap((field) => {
          const place = { section, code: table.code, row: row.id, column: field.code }
          const answer = row[field.code] ?? null
          return faultsAt({ field, answer, under: list.list, list: list.list, kind: row.kind ?? null, place }, asked)
        }),
      ),
  )

type Spot = {
  field: PlacedField
  answer: unknown
  under: string
  list: string | null
  kind: string | null
  place: Place
}

function faultsAt(spot: Spot, asked: Asked): NationalFault[] {
  const { field, answer, under, list, place } = spot
  const { label, sensitive } = field
  const values = Object.entries(wire(field, answer, asked.agencyCodeOf, list ?? undefined))
  return values.flatMap(([name, value]) => {
    const code = codeOf(spot, `${under}.${name}`, value, asked)
    if (code === null) return []
    return [
      { code, field: list === null ? name : `${list}.${name}`, place, label, sensitive, message: SENTENCES[code] },
    ]
  })
}

function codeOf({ field, answer, kind }: Spot, at: string, value: string, { lists, day }: Asked) {
  const rule = ruleAgainst(at, value, day)
  if (rule) return rule.code
  if (value.length > (field.maxLength ?? LONGEST)) return 'E_FORMAT'
  const list = (kind !== null && field.codeListByKind?.[kind]) || field.codeList
  if (answer === null || !list || (field.kind !== 'choice' && field.kind !== 'multiChoice')) return null
  const codes = codesIn(lists(list))
  return [answer].flat().every((code) => codes.has(code)) ? null : 'E_CATALOG'
}

/** A list stays the same object until it changes: its codes are gathered once, not once for every answer of every person. */
const gathered = new WeakMap<readonly CodeEntry[], ReadonlySet<unknown>>()

function codesIn(entries: readonly CodeEntry[]): ReadonlySet<unknown> {
  const codes = gathered.get(entries) ?? new Set(entries.map(({ code }) => code))
  gathered.set(entries, codes)
  return codes
}

const SENTENCES = {
  E_CATALOG: 'Bộ chưa nhận mã này. Chọn lại; nếu mã đúng thì báo quản trị tích hợp.',
  E_FORMAT: 'Bộ không nhận dạng này. Ghi lại cho đúng dạng, ngắn hơn nếu dài.',
  E_REQUIRED: 'Bộ không nhận khi để trống. Ghi mục này.',
} as const
