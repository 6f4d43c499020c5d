import { expect, test } from 'vitest'
import { readComplaint } from '@/lib/domain/national-errors'

test.each([
  ['Hồ sơ CBCCVC có số hiệu 087085001234 đã tồn tại!', 'exists'],
  ['Hồ sơ CBCCVC có số hiệu 087085001234 không tồn tại!', 'absent'],
])('%s → %s', (text, meaning) => {
  expect(readComplaint(text)).toBe(meaning)
  expect(readComplaint(text.normalize('NFD'))).toBe(meaning)
})

test.each([
  ['Mã dân tộc không đúng với danh mục!', 'E_CATALOG', 'DanToc'],
  ['Mã trình độ đào tạo không đúng với danh mục', 'E_CATALOG', 'TrinhDoDaoTao'],
  ['Mã hành tinh không đúng với danh mục', 'E_CATALOG', null],
  ['Họ và tên không được để trống!', 'E_REQUIRED', 'HoVaTen'],
  ['Mã đơn vị quản lý không được để trống!', 'E_REQUIRED', 'MaDonViQuanLy'],
  ['Từ ngày của quá trình công tác không đúng định dạng!', 'E_FORMAT', 'DS_QUATRINH_CONGTAC.TuNgay'],
  ['Giá trị của trường SoCanCuocCongDan không đúng quy định!', 'E_FORMAT', 'SoCanCuocCongDan'],
  ['Cấu trúc gói tin json M0001 không đúng định dạng quy định!', 'E_SCHEMA', null],
  ['Tài khoản không được gửi dữ liệu của đơn vị H43!', 'E_UNIT_SCOPE', null],
  ['ORA-00942: table or view does not exist', 'E_UNMAPPED', null],
])('%s → %s at %s, in words', (text, code, field) => {
  expect(readComplaint(text)).toMatchObject({ code, field, raw: text, message: expect.stringMatching(/\p{L}/u) })
})

test('an unknown sentence is passed on, never dropped', () => {
  expect(readComplaint('Lỗi lạ 17')).toMatchObject({ message: 'Bộ trả lời: Lỗi lạ 17' })
  expect(readComplaint('')).toMatchObject({ code: 'E_UNMAPPED' })
})
