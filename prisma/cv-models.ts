/**
 * npm run db:cv — writes prisma/schema/cv.prisma from the catalogue: the approved record as typed columns.
 * A field's code is its column; a table of the form is a child model.
 */
import { writeFileSync } from 'node:fs'
import { ALL_TABLES, columnsOf, fieldsOf, isTable, SECTION_IDS } from '@/lib/catalogue'
import { columnsOfField, cvModelName, cvTableName } from '@/lib/catalogue/cv-columns'
import type { PlacedField } from '@/lib/catalogue/field'

const SCHEMA_FILE = new URL('./schema/cv.prisma', import.meta.url)

export function cvModels(): string {
  const scalars = SECTION_IDS.flatMap((section) =>
    fieldsOf(section).filter((field) => !isTable(field)),
  ) as PlacedField[]
  return `${[
    '// Generated from lib/catalogue by `npm run db:cv`. Do not edit.',
    `/// The approved record, projected from the newest signed revision.
model Cv {
  recordId String @id @map("record_id") @db.Uuid
  revisionId String @map("revision_id") @db.Uuid
${scalars.flatMap(lines).join('\n')}

  record Record @relation(fields: [recordId], references: [id])
${ALL_TABLES.map((table) => `  ${table.code}Rows ${cvModelName(table.code)}[]`).join('\n')}

  @@map("cv")
}`,
    ...ALL_TABLES.map(
      (table) => `/// ${table.label}
model ${cvModelName(table.code)} {
  recordId String @map("record_id") @db.Uuid
  rowId String @map("row_id")
  /// Order in the form.
  position Int
  kind String?
${columnsOf(table).flatMap(lines).join('\n')}

  cv Cv @relation(fields: [recordId], references: [recordId])

  @@id([recordId, rowId])
  @@map("${cvTableName(table.code)}")
}`,
    ),
  ].join('\n\n')}\n`
}

const lines = (field: PlacedField) => [
  `  /// ${field.no === null ? '' : `${field.no}. `}${field.label}`,
  ...columnsOfField(field).map(({ name, prisma }) => `  ${name} ${prisma}`),
]

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(SCHEMA_FILE, cvModels())
