import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ALL_FIELDS,
  ALL_TABLES,
  type AnswersOf,
  columnsOf,
  emptyRecord,
  fieldsOf,
  isTable,
  type RecordData,
  SECTION_IDS,
} from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { GATE_CODES } from '@/lib/catalogue/conditions'
import type { Row } from '@/lib/catalogue/kinds/table'
import type { CvForm, Entry } from '@/lib/domain/cv/form'
import { cvForm } from '@/lib/domain/cv/layout'
import { declaredByDecision } from '@/lib/domain/record'
import { aCompleteDraft } from '@/tests/support/complete-draft'
import { aFullRecord, anyFullRecord } from '@/tests/support/fullest-record'

const standing = { of: 'draft', printedBy: 'Võ Thị Kim Ngân', printedAt: '10:32, 22/11/2026' } as const
const formOf = (data: RecordData) => cvForm({ data, lists: codeLists, standing })

const linesOf = ({ head, beside, blocks }: CvForm) => [
  ...head,
  ...beside,
  ...blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : [])),
]
const entriesOf = (form: CvForm): Entry[] => linesOf(form).flatMap(({ entries }) => entries)
const entryOf = (form: CvForm, code: string) => entriesOf(form).find((entry) => entry.code === code)
const tablesOf = (form: CvForm) => form.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
const cellsOf = (form: CvForm, code: string) =>
  tablesOf(form)
    .filter(({ edit }) => edit.code === code)
    .flatMap(({ rows }) => rows)

const NUMBERED = ALL_FIELDS.filter(({ no }) => no !== null)

test('there are 109 fields, each in the form once: as an entry or as a column', () => {
  const form = formOf(aFullRecord())
  const entries = entriesOf(form).map(({ code }) => code)
  const scalars = NUMBERED.filter(({ table }) => table === null).map(({ code }) => code)
  expect(NUMBERED).toHaveLength(109)
  expect(entries).toEqual(scalars)
  for (const table of ALL_TABLES) expect(cellsOf(form, table.code).length).toBeGreaterThan(0)
})

test('every answer of every field stands in the form, in the words of the catalogue', () => {
  fc.assert(
    fc.property(anyFullRecord(), (data) => {
      const form = formOf(data)
      for (const section of SECTION_IDS) {
        for (const field of fieldsOf(section).filter((one) => isTable(one) || one.no !== null)) {
          const answer = (data[section] as AnswersOf)[field.code]
          if (isTable(field)) {
            const rows = new Map(cellsOf(form, field.code).map(({ id, cells }) => [id, cells]))
            for (const row of answer as Row[]) {
              const cells = rows.get(row.id) ?? []
              const asked = columnsOf(field).filter(
                ({ no, kinds }) => no !== null && (!kinds || kinds.includes(`${row.kind}`)),
              )
              for (const column of asked) {
                const said = column.display(row[column.code] as never, codeLists, row.kind ?? undefined)
                if (column.kind === 'partialDateRange') expect(cells.join(' – ')).toContain(said)
                else expect(cells).toContain(said)
              }
            }
          } else {
            const said = field.display(answer as never, codeLists)
            const entry = entryOf(form, field.code)
            expect(entry?.label).toBe(field.label)
            // The unit's own fields may add to it, in brackets.
            const added =
              field.code === 'highest_qualification' ||
              fieldsOf(section).some((note) => 'explains' in note && note.explains === field.code)
            const printed = field.code === 'full_name' ? said.toLocaleUpperCase('vi') : said
            if (added) expect(entry?.answer?.startsWith(printed)).toBe(true)
            else expect(entry?.answer).toBe(printed)
          }
        }
      }
    }),
    { numRuns: 20 },
  )
})

test('items 1 to 38 stand in order, and every part of them', () => {
  const form = formOf(aFullRecord())
  const numbers = [
    ...form.beside.filter(({ opens }) => opens).map(({ item }) => item),
    ...form.blocks.flatMap((block) => {
      if (block.kind === 'line') return block.line.opens ? [block.line.item] : []
      return block.kind === 'heading' && block.number !== null ? [block.number] : []
    }),
  ]
  const parts: Record<number, number> = { 30: 3, 32: 6, 34: 3, 35: 2, 36: 2, 37: 3 }
  const wanted = Array.from({ length: 38 }, (_, index) => index + 1).flatMap((item) => [
    String(item),
    ...Array.from({ length: parts[item] ?? 0 }, (_, part) => `${item}.${part + 1}`),
  ])
  expect(numbers).toEqual(wanted)
})

test('who has answered nothing gets blanks everywhere, never “Không”', () => {
  const form = formOf(emptyRecord())
  expect(entriesOf(form).filter(({ answer }) => answer !== null)).toEqual([])
  for (const { rows, columns } of tablesOf(form)) {
    expect(rows.length).toBeGreaterThan(0)
    for (const { id, cells } of rows) {
      expect(id).toBe('')
      expect(cells).toHaveLength(columns.length)
    }
  }
})

test.each(GATE_CODES)('%s: no prints “Không” in every field behind it, whatever stands there', (gate) => {
  const data = aFullRecord()
  for (const section of SECTION_IDS) {
    const answers = data[section] as AnswersOf
    if (gate in answers) answers[gate] = false
  }
  const form = formOf(data)
  const behind = NUMBERED.filter((field) => field.table === null && field.gate === gate)
  const kinds = ALL_TABLES.flatMap((table) => table.rowKinds?.filter((kind) => kind.gate === gate) ?? [])
  const inner = ALL_FIELDS.find((field) => field.no === null && field.gate === gate)
  expect(behind.length + kinds.length + (inner ? 1 : 0)).toBeGreaterThan(0)
  for (const { code } of behind) expect(entryOf(form, code)).toMatchObject({ answer: 'Không', edit: { code: gate } })
  for (const { label } of kinds) expect(entriesOf(form).find((entry) => entry.label === label)?.answer).toBe('Không')
})

test('who is not of the Party is not an official member either; who never served was not discharged', () => {
  const form = formOf(
    aCompleteDraft({ fullName: 'Lê Văn Sáu', citizenId: '087066000123', unit: { code: 'x', name: 'X' } }),
  )
  for (const code of ['party_joined_on', 'party_official_on', 'enlisted_on', 'discharged_on'])
    expect(entryOf(form, code)?.answer).toBe('Không')
})

test('what another category of person fills is blank, even where an old answer stands', () => {
  const data = aFullRecord()
  data.agency.person_category = 'LAO_DONG_HOP_DONG'
  data.salary.paid_by_scale = false
  expect(entryOf(formOf(data), 'rank_code')?.answer).toBeNull()
  expect(entryOf(formOf(data), 'job_salary_amount')?.answer).not.toBeNull()
})

test('what explains an answer stands behind it: year of a title, period of a plan, reason, basis, organisation', () => {
  const data = aFullRecord()
  Object.assign(data.qualification, { state_title: ['31'], state_title_years: '2023' })
  Object.assign(data.position, { planned_position: ['HT_THPT'], planned_position_period: '2025–2030' })
  Object.assign(data.salary, { concurrent_allowance: '10', concurrent_allowance_basis: 'PHAN_TRAM' })
  Object.assign(data.salary, { salary_percent: '90', salary_percent_note: 'theo quyết định 12/QĐ-SNV' })
  const said = (code: string) => entryOf(formOf(data), code)?.answer
  expect(said('state_title')).toMatch(/Nhà giáo Ưu tú.* \(2023\)$/)
  expect(said('planned_position')).toMatch(/^Hiệu trưởng.* \(2025–2030\)$/)
  expect(said('concurrent_allowance')).toBe('10 (Phần trăm)')
  expect(said('salary_percent')).toBe('90 (theo quyết định 12/QĐ-SNV)')
  data.salary.salary_percent = '100'
  expect(said('salary_percent')).toBe('100')
})

test('the name is in capitals with its accents, whatever was typed', () => {
  const data = aCompleteDraft({
    fullName: 'nguyễn thị ẵm đỗ',
    citizenId: '087188004321',
    unit: { code: 'x', name: 'X' },
  })
  expect(entryOf(formOf(data), 'full_name')?.answer).toBe('NGUYỄN THỊ ẴM ĐỖ')
  expect(formOf(data).person.name).toBe('NGUYỄN THỊ ẴM ĐỖ')
})

test('an unfinished birth date stays unfinished', () => {
  const data = emptyRecord()
  data.identity.date_of_birth = '1966'
  expect(entryOf(formOf(data), 'date_of_birth')?.answer).toBe('1966')
})

test('the shares of a line and of a table fill the width and no more', () => {
  const form = formOf(aFullRecord())
  const total = (parts: { share: number }[]) => parts.reduce((sum, { share }) => sum + share, 0)
  for (const { entries } of linesOf(form)) expect(total(entries)).toBeCloseTo(1)
  for (const { columns } of tablesOf(form)) expect(total(columns)).toBeCloseTo(1)
})

test('only what was approved says so; everything else is marked', () => {
  const draft = formOf(aFullRecord())
  const approved = cvForm({
    data: aFullRecord(),
    lists: codeLists,
    standing: {
      ...standing,
      of: 'approved',
      version: 3,
      declaration: 'Tôi cam đoan.',
      declaredOn: '2026-11-20',
      approvedOn: '2026-11-27',
      batch: 'tháng 11 năm 2026',
      approver: { name: 'Lê Hoàng Nam', title: 'Hiệu trưởng' },
      leaf: '0123456789abcdef'.repeat(4),
    },
  })
  expect(draft).toMatchObject({ mark: 'BẢN NHÁP', authority: { name: null, note: null } })
  expect(draft.foot).toContain('chưa được phê duyệt')
  expect(approved).toMatchObject({
    mark: null,
    declaration: 'Tôi cam đoan.',
    authority: { title: 'HIỆU TRƯỞNG', name: 'Lê Hoàng Nam', day: 'Đồng Tháp, ngày 27 tháng 11 năm 2026' },
  })
  expect(approved.foot).toContain('Bản 3, phê duyệt ngày 27/11/2026, mã kiểm tra 0123456789abcdef')
  expect(approved.person.note).toBe('Đã cam đoan khi gửi, ngày 20/11/2026')
})

test('a version the unit made by its decision does not say that the person declared it that day', () => {
  const { person, declaration } = cvForm({
    data: aFullRecord(),
    lists: codeLists,
    standing: {
      ...{ ...standing, of: 'approved', version: 4, declaration: declaredByDecision('12/QĐ-THPT', '2026-11-20') },
      ...{ declaredOn: '2026-11-27', approvedOn: '2026-11-28', batch: 'tháng 11 năm 2026', leaf: 'ab'.repeat(32) },
      approver: { name: 'Lê Hoàng Nam', title: 'Hiệu trưởng' },
    },
  })
  expect(declaration).toContain('12/QĐ-THPT ngày 20/11/2026')
  expect(person.note).toBe('Đã cam đoan ở bản trước; đơn vị ghi quyết định ngày 27/11/2026')
})
