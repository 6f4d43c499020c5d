import { expect, test } from 'vitest'
import { correctableField, requireCorrected } from '@/lib/domain/correction'
import { correctionWords } from '@/lib/domain/correction-words'

test('only what the unit or the system owns is asked for', () => {
  expect(correctableField('agency', 'staff_number').label).toMatch(/Số hiệu/)
  expect(correctableField('agency', 'employing_unit').derived).toBe(true)
  expect(() => correctableField('identity', 'phone')).toThrow(expect.objectContaining({ code: 'ownField' }))
})

test('“đã sửa” wants another value, but for what is corrected in another place', () => {
  const field = { label: 'Số hiệu' }
  expect(() => requireCorrected(field, 'DT.1', 'DT.1')).toThrow(expect.objectContaining({ code: 'nothingCorrected' }))
  expect(() => requireCorrected(field, 'DT.1', 'DT.2')).not.toThrow()
  expect(() => requireCorrected({ ...field, derived: true }, { code: 'a' }, { code: 'a' })).not.toThrow()
})

const at = new Date('2026-11-27T08:40:12+07:00')
const told = { proposed: 'DT.2', askedAt: at, decidedAt: at, decidedBy: 'Võ Thị Kim Ngân', answer: null }

test.each([
  ['open', null, 'Đã đề nghị 27/11 sửa thành “DT.2”, chờ cán bộ hồ sơ trả lời'],
  ['corrected', null, 'Võ Thị Kim Ngân đã sửa 27/11'],
  ['refused', 'Đúng theo quyết định', 'Võ Thị Kim Ngân trả lời không sửa 27/11: Đúng theo quyết định'],
  ['withdrawn', null, 'Anh/Chị đã rút đề nghị sửa thành “DT.2”'],
] as const)('a request that is %s reads so', (state, answer, words) => {
  expect(correctionWords({ ...told, state, answer })).toBe(words)
})
