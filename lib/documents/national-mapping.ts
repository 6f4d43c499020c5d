import { fieldsOf, isTable, type PlacedTable, SECTION_IDS } from '@/lib/catalogue'
import type { PlacedField } from '@/lib/catalogue/field'
import { columnsIn, groupOf, isSent, listsOf, namesOf, ROW_KIND, SEEN } from './national-names'

/** One line of the mapping: our field, and the place of its value in the message. */
export type MappedName = { field: PlacedField | PlacedTable; group: string; list: string | null; name: string }

/** Every name that our fields fill, in the order of the form. */
export function mappedNames(): MappedName[] {
  return SECTION_IDS.flatMap((section) =>
    fieldsOf(section).flatMap((field) => {
      if (!isTable(field)) return isSent(field) ? lines(field, groupOf(field), null) : []
      return listsOf(field).flatMap((list) => [
        ...(list.saysKind ? [{ field, group: list.group, list: list.list, name: ROW_KIND }] : []),
        ...columnsIn(field, list).flatMap((column) => lines(column, list.group, list.list)),
      ])
    }),
  )
}

/** The field that a name of the message speaks of, `DS_X.Name` or `Name`; outside the lists first, then in the form's order. */
export function fieldNamedNationally(path: string): MappedName['field'] | null {
  const [name = '', list] = path.split('.').toReversed()
  const found = mappedNames().filter((one) => one.name === name && (list === undefined || one.list === list))
  return (found.find((one) => one.list === null) ?? found[0])?.field ?? null
}

/** `docs/national-mapping.md`. */
export function nationalMappingDocument(): string {
  const mapped = mappedNames()
  const rows = mapped.map(
    ({ field, group, list, name }) =>
      `| ${field.no ?? ''} | ${field.code} | ${field.label.replaceAll('|', '/')} | ${group} | ${list ?? ''} | ${name} | ${isSeen(group, list, name) ? 'seen' : 'ours'} |`,
  )
  const empty = Object.entries(SEEN).flatMap(([group, { values }]) =>
    values
      .filter((name) => !mapped.some((one) => one.group === group && one.name === name))
      .map((name) => `\`${group}.${name}\``),
  )
  return `${INTRODUCTION}
| No. | Field | Label | Group | List | Name | Seen / ours |
|---|---|---|---|---|---|---|
${rows.join('\n')}

Always sent empty, because the service reads them and no field of ours fills them: ${empty.join(', ')}.
`
}

const INTRODUCTION = `# How a record becomes a message

Generated from \`lib/catalogue\` and \`lib/documents/national-names.ts\` (\`npm run docs\`); a test keeps it true.

The message is \`HOSO_CBCCVC\` of service M0001, keyed by the citizen id in \`SoHieuCBCCVC_BNDP\`. Every value is a string,
dates are \`yyyyMMdd\`, \`yyyyMM\` or \`yyyy\`, several codes are joined by commas, what is not given is "". *Seen*: the
name occurs in the ministry's service of 2020. *Ours*: made from the label, to be replaced when the ministry hands out
its structure (QĐ 356/QĐ-BNV). A field that is not in this table never leaves the portal.
`

const lines = (field: PlacedField, group: string, list: string | null): MappedName[] =>
  namesOf(field, list ?? undefined).map((name) => ({ field, group, list, name }))

const isSeen = (group: string, list: string | null, name: string) =>
  list === null ? SEEN[group]?.values.includes(name) : SEEN[group]?.lists[list]?.includes(name)
