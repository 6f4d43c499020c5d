import fc from 'fast-check'
import { columnsOf, fieldsOf, isTable, type PlacedTable, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import type { Kind, PlacedField } from '@/lib/catalogue/field'
import { listOf } from '@/lib/catalogue/kinds/choices'

/** A good answer to this field, drawn from its kind and bounds. Never null. */
export const anyAnswer = (field: PlacedField, kind?: string): fc.Arbitrary<unknown> =>
  ARBITRARIES[field.kind as Exclude<Kind, 'table'>](field, kind)

/** A whole record, some answers missing. */
export const anyRecord = (): fc.Arbitrary<RecordData> =>
  fc.record(
    Object.fromEntries(
      SECTION_IDS.map((section) => [
        section,
        fc.record(
          Object.fromEntries(
            fieldsOf(section).map((field) => [
              field.code,
              fc.option(isTable(field) ? anyRows(field) : anyAnswer(field)),
            ]),
          ),
        ),
      ]),
    ),
  ) as fc.Arbitrary<RecordData>

/** At least one row, each with an id of its own. */
export const anyRows = (table: PlacedTable): fc.Arbitrary<unknown> =>
  fc.uniqueArray(anyRow(table), { minLength: 1, maxLength: 4, selector: (row) => (row as { id: string }).id })

const anyRow = (table: PlacedTable): fc.Arbitrary<unknown> =>
  fc.constantFrom(...(table.rowKinds?.map(({ code }) => code) ?? [undefined])).chain((kind) =>
    fc.record({
      id: fc.uuid(),
      ...(kind === undefined ? {} : { kind: fc.constant(kind) }),
      ...Object.fromEntries(columnsOf(table).map((column) => [column.code, fc.option(anyAnswer(column, kind))])),
    }),
  )

const ARBITRARIES: Record<Exclude<Kind, 'table'>, (field: PlacedField, kind?: string) => fc.Arbitrary<unknown>> = {
  text: (field) => (field.pattern ? patterned(field) : words(field.maxLength ?? 200)),
  longText: (field) =>
    fc.array(words(60), { minLength: 1, maxLength: 3 }).map((lines) =>
      lines
        .join('\n')
        .slice(0, field.maxLength ?? 4000)
        .trim(),
    ),
  date: () => day,
  partialDate: () => partialDay,
  partialDateRange: () =>
    fc.tuple(partialDay, fc.option(partialDay)).map(([a, b]) => {
      if (b === null) return { from: a, to: null }
      const known = Math.min(a.length, b.length)
      return a.slice(0, known) <= b.slice(0, known) ? { from: a, to: b } : { from: b, to: a }
    }),
  integer: (field) => fc.integer({ min: field.min ?? 0, max: field.max ?? 100_000 }),
  decimal: (field) =>
    fc
      .integer({ min: Math.ceil((field.min ?? 0) * 100), max: Math.floor(Math.min(field.max ?? 10_000, 10_000) * 100) })
      .map((hundredths) => (hundredths / 100).toFixed(field.decimals ?? 2).replace(field.decimals ? '' : /\.?0+$/, '')),
  money: (field) => fc.integer({ min: field.min ?? 0, max: 900_000_000 }),
  choice: (field, kind) => fc.constantFrom(...codesOf(field, kind)),
  multiChoice: (field) => fc.uniqueArray(fc.constantFrom(...codesOf(field)), { minLength: 1, maxLength: 3 }),
  address: () => words(100).map((text) => ({ text, code: null, listValidFrom: null })),
  boolean: () => fc.boolean(),
  unit: () => fc.record({ code: fc.stringMatching(/^H20\.\d{2}$/), name: words(60) }),
}

const partialDay = fc
  .tuple(
    fc.integer({ min: 1930, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([year, month, dayOfMonth, length]) => `${year}-${two(month)}-${two(dayOfMonth)}`.slice(0, length))
const day = partialDay.map((partial) => `${partial}-01-01`.slice(0, 10))
const two = (number: number) => String(number).padStart(2, '0')

const LETTERS = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyÁẠẢÃẮẶẤẬÉẸẾỆÍỊÓỌỐỘỚỢÚỤỨỰÝỴẪỖỮ0123456789.,;:/()-–"\'&%+']
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 9 })
const words = (longest: number) =>
  fc.array(word, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ').slice(0, longest).trim())

/** Fields with a pattern: strings of the pattern that do not change when read again. */
const patterned = (field: PlacedField) => {
  const source = field.pattern?.source ?? ''
  if (source.includes('\\p{L}'))
    return fc
      .array(fc.string({ unit: fc.constantFrom(...'ăâđêôơưbcghạảấậế'), minLength: 2, maxLength: 6 }), {
        minLength: 2,
        maxLength: 4,
      })
      .map((parts) => parts.join(' '))
  return fc
    .stringMatching(new RegExp(source.replaceAll('[^@\\s]', '[a-z.]')))
    .filter((text) => text.length <= (field.maxLength ?? 200))
}

function codesOf(field: PlacedField, kind?: string) {
  const name = listOf(field, kind)
  const codes =
    name === undefined
      ? ['X']
      : codeLists(name).flatMap(({ code, group }) => (kind === undefined || (group ?? kind) === kind ? code : []))
  return [...new Set(codes)]
}
