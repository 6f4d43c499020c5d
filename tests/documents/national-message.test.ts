import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_FIELDS, emptyRecord, fieldsOf, isTable, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import type { PlacedField } from '@/lib/catalogue/field'
import type { Row } from '@/lib/catalogue/kinds/table'
import { fieldNamedNationally, mappedNames, nationalMappingDocument } from '@/lib/documents/national-mapping'
import { nationalFile } from '@/lib/documents/national-message'
import { columnsIn, groupOf, isSent, listsOf, namesOf, SEEN } from '@/lib/documents/national-names'
import { anyRecord } from '../support/arbitrary'

const sending = { personKey: '087085001234', agencyCodeOf: (code: string) => `H20.${code}` }
const fileOf = (data: RecordData) => nationalFile(data, sending) as unknown as Record<string, never>

/** The texts that a filled answer must leave in the message. */
const textsOf = (field: PlacedField, answer: unknown) => {
  const said = field.toNational(answer)
  if (typeof said !== 'string') return [said.from, said.to]
  return [field.kind === 'unit' ? sending.agencyCodeOf(said) : said]
}

const partOf = (file: Record<string, never>, group: string) =>
  (group === '' ? file : file[group]) as Record<string, unknown>

describe('for any record', () => {
  test('every filled field stands in the message under its name', () => {
    fc.assert(
      fc.property(anyRecord(), (data) => {
        const file = fileOf(data)
        for (const section of SECTION_IDS) {
          const answers = data[section] as Record<string, unknown>
          for (const field of fieldsOf(section)) {
            const answer = answers[field.code]
            if (answer === null) continue
            if (!isTable(field)) {
              if (!isSent(field)) continue
              const part = partOf(file, groupOf(field))
              expect(namesOf(field).map((name) => part[name])).toEqual(textsOf(field, answer))
              continue
            }
            for (const list of listsOf(field)) {
              const rows = (answer as Row[]).filter(({ kind }) => !list.kinds || list.kinds.includes(kind ?? ''))
              const sent = partOf(file, list.group)[list.list] as Record<string, string>[]
              expect(sent).toHaveLength(rows.length)
              for (const [index, row] of rows.entries()) {
                for (const column of columnsIn(field, list)) {
                  const names = namesOf(column, list.list)
                  const texts = row[column.code] === null ? names.map(() => '') : textsOf(column, row[column.code])
                  expect(names.map((name) => sent[index]?.[name])).toEqual(texts)
                }
              }
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('everything is a string, and every name and list is there', () => {
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? []
        : typeof value === 'string'
          ? ''
          : Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, shape(part)]))
    const empty = shape(fileOf(emptyRecord()))
    fc.assert(
      fc.property(anyRecord(), (data) => {
        const file = fileOf(data)
        expect(shape(file)).toEqual(empty)
        for (const row of Object.values(file).flatMap((part) => Object.values(part).filter(Array.isArray).flat())) {
          expect(Object.values(row).every((cell) => typeof cell === 'string')).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('an empty record is a whole message all the same', () => {
  const file = fileOf(emptyRecord())
  expect(file.SoHieuCBCCVC_BNDP).toBe('087085001234')
  for (const [group, { values, lists }] of Object.entries(SEEN)) {
    for (const name of values) expect(partOf(file, group)[name]).toBe('')
    for (const name of Object.keys(lists)) expect(partOf(file, group)[name]).toEqual([])
  }
})

test('computing and languages are lists of their own', () => {
  const data = emptyRecord()
  const row = { id: '1', kind: 'NGOAI_NGU_TIENG_DAN_TOC', training_language: '01', training_credential: 'B2' }
  Object.assign(data.training, { trainings: [row] })
  expect(fileOf(data).TRINHDO_DAOTAO_BOIDUONG).toMatchObject({
    DS_NGOAINGU: [{ MaNgoaiNgu: '01', TrinhDo: 'B2' }],
    DS_TINHOC: [],
    DS_QUATRINH_DAOTAO_BOIDUONG: [],
  })
})

test('no two fields of a group or a list have the same name', () => {
  const places = mappedNames().map(({ group, list, name }) => `${group}/${list}/${name}`)
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([])
})

/** They decide what is asked. */
const GATES = [
  'has_social_insurance',
  'has_health_insurance_card',
  'is_party_member',
  'is_official_party_member',
  'served_in_forces',
  'was_discharged',
  'holds_position',
  'lived_under_old_regime',
  'has_foreign_relations',
]

/** The ministry's list of 109 has no place for them. */
const ON_PAPER_ONLY = [
  'first_sociopolitical_org',
  'state_title_years',
  'planned_position_period',
  'paid_by_scale',
  'salary_percent_note',
  'concurrent_allowance_basis',
  'decision_authority',
  'income_other_note',
]

test('all 109 fields are sent; questions without a number and words printed in brackets are not', () => {
  const numbered = new Set(mappedNames().flatMap(({ field }) => field.no ?? []))
  expect(numbered.size).toBe(109)
  const unsent = ALL_FIELDS.filter((field) => !isSent(field)).map(({ code }) => code)
  expect(unsent.toSorted()).toEqual([...GATES, ...ON_PAPER_ONLY].toSorted())
})

test.each([
  ['DS_QUATRINH_CONGTAC.TuNgay', 'work_period'],
  ['BacLuong', 'salary_step'],
  ['DS_QUATRINH_LUONG.BacLuong', 'salary_history_step'],
  ['HoVaTen', 'full_name'],
  ['LoaiPhuCap', 'allowance_type'],
  ['KhongCo', undefined],
])('%s speaks of %s', (path, code) => {
  expect(fieldNamedNationally(path)?.code).toBe(code)
})

test('docs/national-mapping.md says what is sent', () => {
  expect(readFileSync('docs/national-mapping.md', 'utf8')).toBe(nationalMappingDocument())
})
