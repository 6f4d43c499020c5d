/** npm run docs — writes the documents that follow from the code; tests keep them true. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { ALL_TABLES, CATALOGUE, columnsOf, fieldsOf, isTable, SECTION_IDS } from '@/lib/catalogue'
import { CONDITIONS } from '@/lib/catalogue/conditions'
import type { PlacedField } from '@/lib/catalogue/field'
import { nationalMappingDocument } from '@/lib/documents/national-mapping'
import { HOLDERS, ON_DUTY, POLICY, READS_ONLY, type Reach } from '@/lib/domain/policy'
import { RULES } from '@/lib/domain/rules/judge-record'
import { SUB_SYSTEMS } from '@/lib/domain/sub-systems'

/** docs/form.md: the 109 fields as a table per section. */
export function formDocument(): string {
  const sections = SECTION_IDS.map((section, index) => {
    const fields = fieldsOf(section).flatMap((field) => (isTable(field) ? columnsOf(field) : [field]))
    return [
      `## ${index + 1}. ${CATALOGUE[section].title} (\`${section}\`, ${CATALOGUE[section].item})`,
      '',
      ...tableOf(fields),
    ].join('\n')
  })
  const tables = ALL_TABLES.map(
    ({ code, label, minRows, rowKinds }) =>
      `| \`${code}\` | ${label} | ${minRows} | ${rowKinds?.map((kind) => `${kind.item} ${kind.label}`).join('; ') ?? ''} |`,
  )
  return [
    '# The form',
    '',
    'Generated from `lib/catalogue` by `npm run docs`. Fields without a number are gate questions and the unit’s own.',
    '',
    ...sections.flatMap((section) => [section, '']),
    '## Tables',
    '',
    '| Code | Label | Least rows | Kinds of rows |',
    '|---|---|---|---|',
    ...tables,
    '',
  ].join('\n')
}

const tableOf = (fields: PlacedField[]) => [
  '| No. | Code | Label | Kind | Table | Required | Who | Sensitive | Code list |',
  '|---|---|---|---|---|---|---|---|---|',
  ...fields.map((field) => {
    const lists = field.codeList ?? Object.values(field.codeListByKind ?? {}).join(', ')
    const cells = [field.no ?? '', `\`${field.code}\``, field.label, field.kind, field.table ?? '', sayRequired(field)]
    return `| ${[...cells, field.whoMayEdit, field.sensitive ? 'yes' : '', lists].join(' | ')} |`
  }),
]

function sayRequired({ required, gate }: PlacedField): string {
  if (typeof required === 'boolean') return required ? 'yes' : ''
  return required === 'gate' ? `when \`${gate}\`` : CONDITIONS[required].label
}

/** docs/rules.md: every rule across fields, with its clause, its weight and its dates. */
export const rulesDocument = (): string =>
  [
    '# Rules across fields',
    '',
    'Generated from `lib/domain/rules` by `npm run docs`. An error keeps a record from being submitted; a warning asks for a',
    'confirmation that is kept. What one field alone must be stands with its kind: see `form.md`.',
    '',
    '| Id | Clause | Weight | Demands | From | Until |',
    '|---|---|---|---|---|---|',
    ...RULES.map(
      ({ id, clause, severity, demands, validFrom, validUntil }) =>
        `| ${id} | ${clause} | ${severity} | ${demands} | ${validFrom ?? ''} | ${validUntil ?? ''} |`,
    ),
    '',
  ].join('\n')

/** docs/permissions.md: the table agreed with Home Affairs, and the limits beside it. */
export function permissionsDocument(): string {
  const limits = HOLDERS.flatMap((holder) => {
    const sub = READS_ONLY[holder]
    const { places, writes, basis } = SUB_SYSTEMS[sub ?? 'salary']
    const written = holder in POLICY['record.editPart'] ? writes.join(', ') : ''
    return sub ? [`| ${holder} | ${places.join(', ')} | ${written} | ${basis} |`] : []
  })
  return [
    '# Permissions',
    '',
    'Generated from `lib/domain/policy.ts` by `npm run docs`. An empty cell is a refusal; nothing is granted elsewhere.',
    '`agreement` is nobody’s role: it is what a written agreement (Quy chế, Điều 13 khoản 3) adds to an account.',
    '`mandate` neither: it is what signing in a head’s place (KT., TUQ., TL.; NĐ 30/2020, Điều 13) adds, over that unit, for its days.',
    '',
    `| Permission | ${HOLDERS.join(' | ')} |`,
    `|---|${HOLDERS.map(() => '---').join('|')}|`,
    ...Object.entries(POLICY).map(
      ([permission, reaches]) =>
        `| ${permission} | ${HOLDERS.map((holder) => (reaches as Partial<Record<string, Reach>>)[holder] ?? '').join(' | ')} |`,
    ),
    '',
    '## Parts of a record',
    '',
    'A role that is not named here reads every section; an agreement names its own. What is out of bounds, and what is',
    'sensitive or about relatives without `sensitive.read` or `relatives.read`, leaves the server as `••••`.',
    '',
    '| Role | Reads | Writes (`record.editPart`) | Basis |',
    '|---|---|---|---|',
    ...limits,
    '',
    '## A stated purpose',
    '',
    `A record is the daily work of ${ON_DUTY.map((holder) => `\`${holder}\``).join(', ')}. Every other reader states a purpose once per record and day;`,
    'the person sees it. `sensitive.read` of such a reader opens the values only after a purpose of its own.',
    '',
  ].join('\n')
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  mkdirSync('docs', { recursive: true })
  writeFileSync('docs/form.md', formDocument())
  writeFileSync('docs/rules.md', rulesDocument())
  writeFileSync('docs/permissions.md', permissionsDocument())
  writeFileSync('docs/national-mapping.md', nationalMappingDocument())
}
