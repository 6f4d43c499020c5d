import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { badCodes } from '@/lib/domain/quality/bad-codes'
import { contactKeys } from '@/lib/domain/quality/contact-keys'
import { holds, judgeQuality, type QualityCall } from '@/lib/domain/quality/judge-quality'
import { liveSince } from '@/lib/domain/quality/live-period'
import { MARKS } from '@/lib/domain/quality/marks'

const good: QualityCall = {
  findings: [],
  missing: [],
  badCodes: [],
  suspected: 0,
  isMismatched: false,
  affirmedOn: '2026-10-28',
  day: '2026-11-27',
}
const marksOf = (call: Partial<QualityCall>) => {
  const quality = judgeQuality({ ...good, ...call })
  return MARKS.filter((mark) => !holds(quality, mark))
}
const place = { section: 'identity', code: 'gender' } as const

test('a mark falls by what stands against it, and by nothing else', () => {
  expect(marksOf({})).toEqual([])
  expect(marksOf({ findings: [{ rule: 'r', severity: 'error', place, sentence: 's' }] })).toEqual(['correct'])
  expect(marksOf({ findings: [{ rule: 'r', severity: 'warning', place, sentence: 's' }] })).toEqual([])
  expect(marksOf({ missing: [{ ...place, row: null, label: 'Giới tính', whoMayEdit: 'self' }] })).toEqual(['complete'])
  expect(marksOf({ badCodes: [{ place, sentence: 's' }] })).toEqual(['clean'])
  expect(marksOf({ suspected: 1 })).toEqual(['clean'])
  expect(marksOf({ affirmedOn: '2026-09-30' })).toEqual(['live'])
  expect(marksOf({ affirmedOn: null })).toEqual(['live'])
})

test.each([
  ['2026-11-27', '2026-10-01'],
  ['2026-12-01', '2026-11-01'],
  ['2026-01-31', '2025-12-01'],
])('on %s a record is alive that was affirmed since %s', (day, since) => {
  expect(liveSince(day)).toBe(since)
})

test('whoever is affirmed in a month stays alive to the end of the next', () => {
  const day = fc.date({ min: new Date('2025-07-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 62 }), (date, days) => {
      const text = (at: Date) => at.toISOString().slice(0, 10)
      const affirmedOn = text(date)
      const later = text(new Date(date.getTime() + days * 86_400_000))
      const months = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7))
      expect(marksOf({ affirmedOn, day: later }).length === 0).toBe(months(later) - months(affirmedOn) <= 1)
    }),
  )
})

test('a code that its list does not know is found where it stands, in a field and in a row', () => {
  const data = emptyRecord()
  expect(badCodes(data, codeLists)).toEqual([])
  data.identity.gender = '1'
  expect(badCodes(data, codeLists)).toEqual([])
  data.identity.gender = '9'
  const row = { id: 'a', kind: 'TIN_HOC', training_period: null, training_institution: null, training_major: null }
  const more = { training_credential: null, training_language: null, training_score: null }
  const last = { training_mode: 'KHONG_CO', credential_no: null, issued_on: null }
  data.training.trainings = [{ ...row, ...more, ...last }]
  expect(badCodes(data, codeLists).map(({ place }) => place)).toEqual([
    place,
    { section: 'training', code: 'trainings', row: 'a', column: 'training_mode' },
  ])
})

test('a health insurance card is found under the social insurance number in it; half a telephone is none', () => {
  const data = emptyRecord()
  Object.assign(data.identity, { phone: '0912 345 678', social_insurance_no: '0123456789' })
  data.identity.health_insurance_card_no = 'GD4870123456789'
  expect(contactKeys(data)).toEqual(['phone:0912345678', 'insurance:0123456789'])
  Object.assign(data.identity, { citizen_id: '087085000001' })
  Object.assign(data.agency, { staff_number: 'DT 128', national_staff_id: '870001' })
  expect(contactKeys(data).slice(2)).toEqual(['citizenId:087085000001', 'staffNumber:DT_128', 'nationalId:870001'])
  Object.assign(data, { identity: emptyRecord().identity, agency: emptyRecord().agency })
  Object.assign(data.identity, { phone: '0912', social_insurance_no: null, health_insurance_card_no: '12' })
  expect(contactKeys(data)).toEqual([])
})
