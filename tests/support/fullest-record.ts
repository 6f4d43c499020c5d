import fc from 'fast-check'
import {
  columnsOf,
  emptyRecord,
  fieldsOf,
  isTable,
  type PlacedTable,
  type RecordData,
  SECTION_IDS,
} from '@/lib/catalogue'
import type { Row } from '@/lib/catalogue/kinds/table'
import { anyAnswer } from './arbitrary'

/** A record in which every field and every gate is answered, with rows of every kind in every table: the fullest person there is. */
export const anyFullRecord = ({ rowsOfKind = 2 } = {}): fc.Arbitrary<RecordData> =>
  fc
    .record(
      Object.fromEntries(
        SECTION_IDS.map((section) => [
          section,
          fc.record(
            Object.fromEntries(
              fieldsOf(section).map((field) => [
                field.code,
                isTable(field) ? everyKind(field, rowsOfKind) : anyAnswer(field),
              ]),
            ),
          ),
        ]),
      ),
    )
    .map((data) => withGatesOpen(data as RecordData))

/** The same record for the same seed. */
export const aFullRecord = (seed = 20261122, rowsOfKind = 2): RecordData =>
  fc.sample(anyFullRecord({ rowsOfKind }), { seed, numRuns: 1 })[0] ?? emptyRecord()

function everyKind(table: PlacedTable, rowsOfKind: number): fc.Arbitrary<Row[]> {
  const kinds = table.rowKinds?.map(({ code }) => code) ?? [undefined]
  const wanted = kinds.flatMap((kind) => Array.from({ length: rowsOfKind }, (_, index) => ({ kind, index })))
  return fc.tuple(...wanted.map(({ kind, index }) => rowOf(table, kind, index)))
}

const rowOf = (table: PlacedTable, kind: string | undefined, index: number): fc.Arbitrary<Row> =>
  fc.record({
    id: fc.constant(`${kind ?? 'row'}-${index}`),
    ...(kind === undefined ? {} : { kind: fc.constant(kind) }),
    ...Object.fromEntries(columnsOf(table).map((column) => [column.code, anyAnswer(column, kind)])),
  }) as unknown as fc.Arbitrary<Row>

/** Paid by rank and by position, with over-scale: nothing of the form is hidden. */
function withGatesOpen(data: RecordData): RecordData {
  for (const section of SECTION_IDS) {
    const answers = data[section] as Record<string, unknown>
    for (const field of fieldsOf(section)) if (field.kind === 'boolean') answers[field.code] = true
  }
  data.agency.person_category = 'VIEN_CHUC'
  data.salary.over_scale_percent = 7
  data.salary.job_over_scale_percent = 9
  return data
}
