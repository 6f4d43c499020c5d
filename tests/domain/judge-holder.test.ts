import { expect, test } from 'vitest'
import { citizenIdIn, judgeHolder } from '@/lib/domain/signing/judge-holder'

const person = { fullName: 'Đặng Thị Ánh', citizenId: '087185000001' }
const named = (commonName: string, more = '') => ({ commonName, subject: `C=VN, O=SỞ NỘI VỤ, CN=${commonName}${more}` })
const other = expect.objectContaining({ code: 'certificateOfAnother' })

test('the citizen number in the subject decides, where there is one', () => {
  expect(citizenIdIn('C=VN, UID=CCCD:087185000001, CN=A')).toBe('087185000001')
  expect(citizenIdIn('serialNumber=087185000001')).toBe('087185000001')
  expect(citizenIdIn('serialNumber=0871850000012')).toBeNull()
  expect(judgeHolder(named('Đặng Thị Ánh', ', UID=CCCD:087185000001'), person)).toEqual([])
  expect(() => judgeHolder(named('Đặng Thị Ánh', ', UID=CCCD:087185000002'), person)).toThrow(other)
  expect(judgeHolder(named('Đặng Ánh', ', UID=CCCD:087185000001'), person)).toEqual([
    'Số căn cước đúng nhưng tên trên chứng thư là Đặng Ánh.',
  ])
})

test('without a number the name must be there, in any case and form, as whole words', () => {
  const look = 'Chứng thư không ghi số căn cước; đối chiếu với giấy của nhà cung cấp.'
  expect(judgeHolder(named('ĐẶNG THỊ ÁNH'), person)).toEqual([look])
  expect(judgeHolder(named('MÔ PHỎNG - Đặng Thị Ánh'.normalize('NFD')), person)).toEqual([look])
  expect(judgeHolder(named('Dang Thi Anh'), person)).toEqual([look, 'Tên trên chứng thư không có dấu: Dang Thi Anh.'])
  expect(() => judgeHolder(named('Đặng Thị Ánhh'), person)).toThrow(other)
  expect(() => judgeHolder(named('Đặng Thị Anh Thư'.replace('Anh Thư', 'Bình')), person)).toThrow(other)
})
