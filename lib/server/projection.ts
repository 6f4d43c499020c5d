import 'server-only'
import { ALL_TABLES, columnsOf, fieldsOf, isTable, type PlacedTable, SECTION_IDS } from '@/lib/catalogue'
import { columnsOfField, cvTableName } from '@/lib/catalogue/cv-columns'
import type { PlacedField } from '@/lib/catalogue/field'
import type { Tx } from './db'

/** Writes the approved documents into the typed tables, in place of what stood there: the same statements for one person and for 2,000. */
export async function projectRevisions(tx: Tx, revisionIds: readonly string[]): Promise<void> {
  if (revisionIds.length === 0) return
  for (const table of ALL_TABLES) await tx.$executeRawUnsafe(emptyTable(table), revisionIds)
  await tx.$executeRawUnsafe(PROJECTION, revisionIds)
}

/** Takes out of the typed tables the records of which nothing stands approved any more. */
export async function emptyProjection(tx: Tx, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return
  for (const table of ALL_TABLES) {
    await tx.$executeRawUnsafe(
      `DELETE FROM ${quoted(cvTableName(table.code))} WHERE record_id = ANY($1::uuid[])`,
      recordIds,
    )
  }
  await tx.cv.deleteMany({ where: { recordId: { in: [...recordIds] } } })
}

/** Makes the typed tables anew from the approved revisions. Answers how many records they hold. */
export async function rebuildProjection(tx: Tx): Promise<number> {
  for (const table of ALL_TABLES) await tx.$executeRawUnsafe(`DELETE FROM ${quoted(cvTableName(table.code))}`)
  await tx.cv.deleteMany()
  const approved = await tx.record.findMany({
    where: { approvedRevisionId: { not: null } },
    select: { approvedRevisionId: true },
  })
  const ids = approved.flatMap(({ approvedRevisionId }) => approvedRevisionId ?? [])
  await projectRevisions(tx, ids)
  return ids.length
}

const SCALARS = SECTION_IDS.flatMap((section) => fieldsOf(section).filter((field) => !isTable(field))) as PlacedField[]

/**
 * One statement writes all tables, so that every document is unpacked and cut into its sections once: unpacking is dearer than writing.
 * Concatenation makes the copy that is cut; without it PostgreSQL unpacks the stored document anew for every section.
 */
const PROJECTION = `WITH source AS MATERIALIZED (
    SELECT id, record_id, ${SECTION_IDS.map((section) => `data -> '${section}' AS ${quoted(section)}`).join(', ')}
    FROM (SELECT id, record_id, data || '{}'::jsonb AS data FROM revision WHERE id = ANY($1::uuid[]) OFFSET 0) AS unpacked),
  ${ALL_TABLES.map((table) => `${quoted(`into_${table.code}`)} AS (${intoTable(table)})`).join(',\n  ')}
  ${intoCv()}`

function intoCv() {
  const columns = SCALARS.flatMap((field) =>
    columnsOfField(field).map(({ name, sql }) => ({
      name,
      sql: sql(`(${quoted(field.section)} -> '${field.code}')`),
    })),
  )
  const names = ['revision_id', ...columns.map(({ name }) => quoted(name))]
  return `INSERT INTO cv (record_id, ${names.join(', ')})
    SELECT record_id, id, ${columns.map(({ sql }) => sql).join(', ')} FROM source
    ON CONFLICT (record_id) DO UPDATE SET ${names.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}`
}

function emptyTable(table: PlacedTable) {
  return `DELETE FROM ${quoted(cvTableName(table.code))}
    WHERE record_id IN (SELECT record_id FROM revision WHERE id = ANY($1::uuid[]))`
}

function intoTable(table: PlacedTable) {
  const columns = columnsOf(table).flatMap((field) =>
    columnsOfField(field).map(({ name, sql }) => ({ name, sql: sql(`(line.answers -> '${field.code}')`) })),
  )
  const rows = `${quoted(table.section)} -> '${table.code}'`
  return `INSERT INTO ${quoted(cvTableName(table.code))}
      (record_id, row_id, position, kind, ${columns.map(({ name }) => quoted(name)).join(', ')})
    SELECT record_id, line.answers ->> 'id', line.position, line.answers ->> 'kind',
      ${columns.map(({ sql }) => sql).join(', ')}
    FROM source CROSS JOIN LATERAL jsonb_array_elements(
      CASE WHEN jsonb_typeof(${rows}) = 'array' THEN ${rows} ELSE '[]' END
    ) WITH ORDINALITY AS line(answers, position)`
}

function quoted(name: string) {
  return `"${name}"`
}
