import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authorityOf, judgeMandate, mandateTitle, sharedDays } from '@/lib/domain/mandates/mandate'

const DAYS = ['2026-11-01', '2026-11-10', '2026-11-20', '2026-12-01', '2027-01-01']
const span = fc
  .tuple(fc.constantFrom(...DAYS), fc.option(fc.constantFrom(...DAYS)))
  .map(([from, until]) => ({ from, until }))
  .filter(({ from, until }) => until === null || from <= until)
const holds = ({ from, until }: { from: string; until: string | null }, day: string) =>
  from <= day && (until === null || day <= until)

test('a mandate is in force on exactly the days it and the office are', () => {
  fc.assert(
    fc.property(span, span, fc.constantFrom(...DAYS), (mandate, office, day) => {
      const shared = sharedDays(mandate, office)
      expect(shared !== null && holds(shared, day)).toBe(holds(mandate, day) && holds(office, day))
    }),
  )
})

test('the signature block names the head’s title above the signer’s own', () => {
  expect(mandateTitle('KT', 'Giám đốc', 'Phó Giám đốc')).toBe('KT. Giám đốc\nPhó Giám đốc')
  expect(mandateTitle('KT', 'Giám đốc', null)).toBe('KT. Giám đốc\nPhó Giám đốc')
  expect(mandateTitle('TL', 'Giám đốc', 'Chánh Văn phòng')).toBe('TL. Giám đốc\nChánh Văn phòng')
})

test('it is approved in the head’s authority, whoever signs', () => {
  expect(authorityOf('TUQ. Giám đốc\nChi cục trưởng')).toBe('Giám đốc')
  expect(authorityOf('Hiệu trưởng')).toBe('Hiệu trưởng')
})

test('a mandate without document or without a head is refused at its field', () => {
  const wanted = {
    ...{ kind: 'KT' as const, from: '2026-11-01', until: null, monthly: true, adHoc: true, unitPath: '/dt/x/' },
    ...{ documentNo: '', head: null, mandatary: { userId: 'u', unitPath: '/dt/x/' }, others: [] },
  }
  expect(() => judgeMandate(wanted)).toThrow(
    expect.objectContaining({ fields: { documentNo: expect.anything(), unitId: expect.anything() } }),
  )
  expect(() => judgeMandate({ ...wanted, documentNo: '7/QĐ', head: { userId: 'h' } })).not.toThrow()
})
