import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { ALL_TABLES, columnsOf, fieldsOf, isTable, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { columnsOfField, cvModelName } from '@/lib/catalogue/cv-columns'
import type { Kind, PlacedField } from '@/lib/catalogue/field'
import { rowsOf } from '@/lib/domain/changes'
import { db } from '@/lib/server/db'
import { projectRevisions, rebuildProjection } from '@/lib/server/projection'
import { anyRecord } from '../support/arbitrary'
import { aPerson, aSubmission, aUnit } from '../support/builders'

type Columns = Record<string, unknown>

// A slow machine needs more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 })

const SCALARS = SECTION_IDS.flatMap((section) => fieldsOf(section).filter((field) => !isTable(field))) as PlacedField[]
const INCLUDE = Object.fromEntries(
  ALL_TABLES.map((table) => [`${table.code}Rows`, { orderBy: { position: 'asc' as const } }]),
)

/** Reads an answer back out of its columns. */
const READ: Record<Exclude<Kind, 'table'>, (row: Columns, code: string) => unknown> = {
  text: (row, code) => row[code],
  longText: (row, code) => row[code],
  date: (row, code) => dayOf(row[code]),
  partialDate: (row, code) => row[code],
  partialDateRange: (row, code) => orNull(row[`${code}_from`], { from: row[`${code}_from`], to: row[`${code}_to`] }),
  integer: (row, code) => row[code],
  decimal: (row, code) => (row[code] === null ? null : Number(row[code])),
  money: (row, code) => (row[code] === null ? null : Number(row[code])),
  choice: (row, code) => row[code],
  multiChoice: (row, code) => ((row[code] as string[]).length === 0 ? null : row[code]),
  address: (row, code) =>
    orNull(row[code], {
      text: row[code],
      code: row[`${code}_code`],
      listValidFrom: dayOf(row[`${code}_list_valid_from`]),
    }),
  boolean: (row, code) => row[code],
  unit: (row, code) => orNull(row[code], { code: row[code], name: row[`${code}_name`] }),
}
const orNull = (key: unknown, value: unknown) => (key === null ? null : value)
const dayOf = (date: unknown) => (date === null ? null : (date as Date).toISOString().slice(0, 10))

const asRead = (field: PlacedField, row: Columns) => READ[field.kind as Exclude<Kind, 'table'>](row, field.code)
/** What reading back cannot tell from the original: 4.70 from 4.7. */
const asWritten = (field: PlacedField, answer: unknown) =>
  field.kind === 'decimal' && answer !== null ? Number(answer) : (answer ?? null)

async function approvedRecord(data: RecordData) {
  const { record } = await aPerson(await aUnit())
  const { revision } = await aSubmission(record.id, 'approved', data)
  return revision
}

const readCv = (recordId: string) =>
  db.cv.findUniqueOrThrow({ where: { recordId }, include: INCLUDE as never }) as unknown as Promise<Columns>

test('every kind of answer is read back as it was approved', async () => {
  await fc.assert(
    fc.asyncProperty(anyRecord(), async (data) => {
      const revision = await approvedRecord(data)
      await projectRevisions(db, [revision.id])
      const cv = await readCv(revision.recordId)
      for (const field of SCALARS) {
        expect(asRead(field, cv), field.code).toEqual(
          asWritten(field, (data[field.section as keyof RecordData] as Columns)[field.code]),
        )
      }
      for (const table of ALL_TABLES) {
        const rows = cv[`${table.code}Rows`] as Columns[]
        const written = rowsOf((data[table.section] as Columns)[table.code])
        expect(rows.map((row) => [row.rowId, row.kind])).toEqual(written.map(({ id, kind }) => [id, kind ?? null]))
        for (const [index, row] of rows.entries()) {
          for (const column of columnsOf(table)) {
            expect(asRead(column, row), column.code).toEqual(asWritten(column, written[index]?.[column.code]))
          }
        }
      }
    }),
    { numRuns: 25 },
  )
})

test('a newer version takes the place of the older, rows and all', async () => {
  const [older, newer] = fc.sample(anyRecord(), { numRuns: 2, seed: 7 }) as [RecordData, RecordData]
  const first = await approvedRecord(older)
  await projectRevisions(db, [first.id])
  const { revision: second } = await aSubmission(first.recordId, 'approved', newer)
  await projectRevisions(db, [second.id])
  const other = await approvedRecord(newer)
  await projectRevisions(db, [other.id])

  expect(await readCv(first.recordId)).toMatchObject({ revisionId: second.id })
  expect(withoutIds(await readCv(first.recordId))).toEqual(withoutIds(await readCv(other.recordId)))
})

test('the tables made anew equal the ones kept along the way', async () => {
  const before = await everything()
  expect(before.cv?.length).toBeGreaterThan(10)
  await db.$transaction((tx) => rebuildProjection(tx), { timeout: 30_000 })
  expect(await everything()).toEqual(before)
})

test('the year of a partial date sorts as its first day', async () => {
  const data = fc.sample(anyRecord(), { numRuns: 1, seed: 3 })[0]!
  data.identity.date_of_birth = '1985'
  const revision = await approvedRecord(data)
  await projectRevisions(db, [revision.id])
  const cv = await readCv(revision.recordId)
  expect(dayOf(cv.date_of_birth_sort)).toBe('1985-01-01')
  expect(columnsOfField(SCALARS.find(({ code }) => code === 'date_of_birth')!)).toHaveLength(2)
})

async function everything() {
  const tables = ['cv', ...ALL_TABLES.map(({ code }) => cvModelName(code).replace(/^C/, 'c'))]
  const contents: Record<string, unknown[]> = {}
  for (const table of tables) {
    const model = (db as unknown as Record<string, { findMany(query: unknown): Promise<unknown[]> }>)[table]!
    contents[table] = await model.findMany({
      orderBy: table === 'cv' ? { recordId: 'asc' } : [{ recordId: 'asc' }, { position: 'asc' }],
    })
  }
  return contents
}

const withoutIds = (cv: Columns) =>
  JSON.parse(
    JSON.stringify(cv, (key, value) =>
      key === 'recordId' || key === 'revisionId' ? undefined : typeof value === 'bigint' ? String(value) : value,
    ),
  )
