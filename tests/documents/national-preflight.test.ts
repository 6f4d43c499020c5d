import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyRecord, type RecordData } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { mappingVersion } from '@/lib/documents/mapping-version'
import { mappedNames } from '@/lib/documents/national-mapping'
import { nationalFile } from '@/lib/documents/national-message'
import { preflight } from '@/lib/documents/national-preflight'
import { NATIONAL_RULES, ruleAgainst } from '@/lib/domain/exchange/national-rules'
import { readComplaint } from '@/lib/domain/national-errors'
import { checkContent } from '@/lib/simulators/content-rules'
import { anyRecord } from '../support/arbitrary'

const DAY = '2026-11-27'
const agencyCodeOf = (code: string) => `H20.${code.replace(/[^0-9A-Z]/g, '').padEnd(2, '0')}`
const asked = { lists: codeLists, day: DAY, agencyCodeOf }
const fileOf = (data: RecordData) => nationalFile(data, { personKey: '087085001234', agencyCodeOf })

/** What the counterpart says of this record; null where it takes it. */
function refusal(data: RecordData) {
  try {
    checkContent(fileOf(data) as never)
    return null
  } catch (error) {
    const read = readComplaint((error as Error).message)
    if (typeof read === 'string') throw error
    return read
  }
}

/** The end of a national name: the ministry's sentences do not always say in which list. */
const nameOf = (field: string | null) => field?.split('.').at(-1)

/** Answers that may be anything a database could hold: one of them is replaced by a stranger's word. */
const spoilt = fc
  .tuple(anyRecord(), fc.nat(), fc.constantFrom('', '77', '999', 'X', 'a'.repeat(10_000), '1 3', '００'))
  .map(([data, place, word]) => {
    const record = structuredClone(data) as Record<string, Record<string, unknown>>
    const spots: (() => void)[] = []
    for (const section of Object.values(record)) {
      for (const [code, answer] of Object.entries(section)) {
        if (typeof answer === 'string') spots.push(() => Object.assign(section, { [code]: word }))
        if (!Array.isArray(answer)) continue
        const rows = answer.filter((row) => typeof row === 'object') as Record<string, unknown>[]
        for (const row of rows)
          for (const [column, cell] of Object.entries(row))
            if (typeof cell === 'string' && column !== 'id' && column !== 'kind')
              spots.push(() => Object.assign(row, { [column]: word }))
      }
    }
    spots[place % Math.max(spots.length, 1)]?.()
    return record as unknown as RecordData
  })

describe('R107: what passes before sending is taken, and what is not taken was found before', () => {
  test.each([
    ['as the form lets it be', anyRecord()],
    ['spoilt in one place', spoilt],
  ])('for any record, %s', (_, records) => {
    fc.assert(
      fc.property(records, (data) => {
        const faults = preflight(data, asked)
        const said = refusal(data)
        if (faults.length === 0) expect(said).toBeNull()
        if (said !== null)
          expect(faults.map(({ field, code }) => `${code} ${nameOf(field)}`)).toContain(
            `${said.code} ${nameOf(said.field)}`,
          )
      }),
      { numRuns: 150 },
    )
  })

  test('each rule of ours refuses what the counterpart refuses, at the same field', () => {
    for (const { at, code } of NATIONAL_RULES) {
      const [place = '', name = ''] = at.split('.')
      const value = code === 'E_REQUIRED' ? '' : '?'
      const body = place.startsWith('DS_') ? { NHOM: { [place]: [{ [name]: value }] } } : { [place]: { [name]: value } }
      expect(() => checkContent(body)).toThrow()
      expect(ruleAgainst(at, value, DAY)).toMatchObject({ code })
      expect(mappedNames().some((one) => one.name === name && (one.list ?? one.group) === place) || isEmpty(name)).toBe(
        true,
      )
    }
  })
})

/** Read by the service, filled by no field of ours. */
const isEmpty = (name: string) => name === 'BoiDuongQuocPhongAnNinh'

test('a rule counts from its day, and an empty value is "not given" but where it is required', () => {
  expect(ruleAgainst('THONGTINCHUNG.DanToc', '77', '2020-01-01')).toBeNull()
  expect(ruleAgainst('THONGTINCHUNG.DanToc', '', DAY)).toBeNull()
  expect(ruleAgainst('THONGTINCHUNG.HoVaTen', '', DAY)).toMatchObject({ code: 'E_REQUIRED' })
})

test('at entry the codes of units are not judged: they are not the person’s to mend', () => {
  const fields = preflight(emptyRecord(), { ...asked, agencyCodeOf: null }).map(({ field }) => field)
  expect(fields).toEqual(['HoVaTen'])
  expect(preflight(emptyRecord(), asked).map(({ field }) => field)).toContain('MaDonviSuDung')
})

test('a code of no list, and a text that no form makes, are found at their cell', () => {
  const data = emptyRecord()
  Object.assign(data.identity, { full_name: 'Nguyễn Văn A', blood_type: 'Z' })
  const id = '0190a000-0000-7000-8000-000000000001'
  const allowance = { id, allowance_type: '22' }
  Object.assign(data.economy, { allowances: [allowance] })
  Object.assign(data.position, { main_duty: 'a'.repeat(10_000) })
  const found = preflight(data, { ...asked, agencyCodeOf: null })
  expect(found).toContainEqual(
    expect.objectContaining({
      code: 'E_CATALOG',
      place: { section: 'economy', code: 'allowances', row: id, column: 'allowance_type' },
    }),
  )
  expect(found).toContainEqual(
    expect.objectContaining({ code: 'E_FORMAT', place: { section: 'position', code: 'main_duty' } }),
  )
})

test('the version of the mapping is one short word, the same each time', () => {
  expect(mappingVersion()).toMatch(/^[0-9a-f]{12}$/)
  expect(mappingVersion()).toBe(mappingVersion())
})
