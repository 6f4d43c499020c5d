import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { ALL_TABLES, columnsOf, fieldsOf, isTable, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { columnsOfField, cvModelName } from '@/lib/catalogue/cv-columns'
import type { PlacedField } from '@/lib/catalogue/field'
import { rowsOf } from '@/lib/domain/changes'
import { db } from '@/lib/server/db'
import { projectRevisions, rebuildProjection } from '@/lib/server/projection'
import { anyRecord } from '../support/arbitrary'
import { aPerson, aSubmission, aUnit } from '../support/builders'
import { asRead, asWritten, type CvColumns, dayOf, readCv } from '../support/read-projection'

// A slow machine needs more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 })

const SCALARS = SECTION_IDS.flatMap((section) => fieldsOf(section).filter((field) => !isTable(field))) as PlacedField[]
async function approvedRecord(data: RecordData) {
  const { record } = await aPerson(await aUnit())
  const { revision } = await aSubmission(record.id, 'approved', data)
  return revision
}

test('every kind of answer is read back as it was approved', async () => {
  await fc.assert(
    fc.asyncProperty(anyRecord(), async (data) => {
      const revision = await approvedRecord(data)
      await projectRevisions(db, [revision.id])
      const cv = await readCv(revision.recordId)
      for (const field of SCALARS) {
        expect(asRead(field, cv), field.code).toEqual(
          asWritten(field, (data[field.section as keyof RecordData] as CvColumns)[field.code]),
        )
      }
      for (const table of ALL_TABLES) {
        const rows = cv[`${table.code}Rows`] as CvColumns[]
        const written = rowsOf((data[table.section] as CvColumns)[table.code])
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

const withoutIds = (cv: CvColumns) =>
  JSON.parse(
    JSON.stringify(cv, (key, value) =>
      key === 'recordId' || key === 'revisionId' ? undefined : typeof value === 'bigint' ? String(value) : value,
    ),
  )
