import { fieldsOf, isTable, type PlacedTable, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import type { PlacedField } from '@/lib/catalogue/field'
import type { Row } from '@/lib/catalogue/kinds/table'
import type { NationalFile, NationalRow } from './national-file'
import { columnsIn, groupOf, isSent, listsOf, type NationalList, namesOf, ROW_KIND, SEEN } from './national-names'

type Group = Record<string, string | NationalRow[]>
export type Sending = {
  /** The number under which the national database keeps the person: the citizen id. */
  personKey: string
  /** The national e-identifier of a unit by the code that the record holds; null where it has none. */
  agencyCodeOf: (code: string) => string | null
}

/** A record as the national database wants it. Every name and list is present, "" and [] where nothing is given. */
export function nationalFile(data: RecordData, { personKey, agencyCodeOf }: Sending): NationalFile {
  const groups = new Map<string, Group>()
  const group = (name: string) => {
    const part = groups.get(name) ?? {}
    groups.set(name, part)
    return part
  }
  for (const [name, { values, lists }] of Object.entries(SEEN)) {
    for (const value of values) group(name)[value] = ''
    for (const list of Object.keys(lists)) group(name)[list] = []
  }
  for (const section of SECTION_IDS) {
    const answers = data[section] as Record<string, unknown>
    for (const field of fieldsOf(section)) {
      const answer = answers[field.code] ?? null
      if (isTable(field)) {
        for (const list of listsOf(field)) group(list.group)[list.list] = rowsOf(field, list, (answer ?? []) as Row[])
      } else if (isSent(field)) Object.assign(group(groupOf(field)), wire(field, answer, agencyCodeOf))
    }
  }
  const { '': top = {}, ...parts } = Object.fromEntries(groups)
  return { SoHieuCBCCVC_BNDP: personKey, ...parts, ...top }
}

function rowsOf(table: PlacedTable, list: NationalList, rows: Row[]): NationalRow[] {
  return rows
    .filter(({ kind }) => list.kinds === null || list.kinds.includes(kind ?? ''))
    .map((row) => ({
      ...(list.saysKind && { [ROW_KIND]: row.kind ?? '' }),
      ...Object.assign(
        {},
        ...columnsIn(table, list).map((column) => wire(column, row[column.code] ?? null, null, list.list)),
      ),
    }))
}

/** One answer under its name, or under two. */
export function wire(
  field: PlacedField,
  answer: unknown,
  agencyCodeOf: Sending['agencyCodeOf'] | null,
  list?: string,
): NationalRow {
  const [name = '', until] = namesOf(field, list)
  const value = answer === null ? '' : field.toNational(answer)
  if (typeof value !== 'string') return { [name]: value.from, [until ?? '']: value.to }
  if (until !== undefined) return { [name]: '', [until]: '' }
  return { [name]: field.kind === 'unit' && value !== '' ? (agencyCodeOf?.(value) ?? '') : value }
}
