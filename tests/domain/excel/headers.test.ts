import { expect, test } from 'vitest'
import { type ColumnKey, EXCEL_SHEETS } from '@/lib/domain/excel/columns'
import { understandSheets } from '@/lib/domain/excel/import-sheets'
import { headerWords, matchHeaders } from '@/lib/domain/excel/match-headers'

const MAIN = EXCEL_SHEETS[0]!

/** Heads as offices write them, and what each is; null: none of ours, and nobody should guess. */
const VARIANTS: readonly [string, ColumnKey | null][] = [
  ['STT', null],
  ['HỌ VÀ TÊN', 'identity.full_name'],
  ['Họ, chữ đệm và tên', 'identity.full_name'],
  ['Ngày, tháng, năm sinh', 'identity.date_of_birth'],
  ['NTNS', 'identity.date_of_birth'],
  ['Giới tính (Nam/Nữ)', 'identity.gender'],
  ['Số CCCD/Căn cước', 'identity.citizen_id'],
  ['SO CAN CUOC CONG DAN', 'identity.citizen_id'],
  ['Số định danh cá nhân', 'identity.citizen_id'],
  ['Ngày cấp CCCD', 'identity.citizen_id_issued_on'],
  ['Ngày cấp', null],
  ['SĐT', 'identity.phone'],
  ['Điện thoại di động', 'identity.phone'],
  ['Dân tộc'.normalize('NFD'), 'identity.ethnicity'],
  ['Nguyên quán', 'identity.native_place'],
  ['HKTT', 'identity.permanent_address'],
  ['Mã số BHXH', 'identity.social_insurance_no'],
  ['Số thẻ BHYT', 'identity.health_insurance_card_no'],
  ['(5) Chức vụ hiện nay', 'position.current_position'],
  ['Chức vụ Đảng', 'position.party_position'],
  ['Mã ngạch', 'salary.rank_code'],
  ['HSL', 'salary.salary_coefficient'],
  ['Bậc', 'salary.salary_step'],
  ['PC chức vụ', 'salary.position_allowance'],
  ['Ngày kết nạp Đảng', 'affiliation.party_joined_on'],
  ['TĐ chuyên môn', 'qualification.highest_qualification'],
  ['Đơn vị công tác', '@unit'],
  ['Họ tên vợ (chồng)', null],
  ['Số QĐ tuyển dụng', null],
  ['Ghi chú', null],
]

test('of thirty ways to call a column at least 28 are understood, and none wrongly', () => {
  expect(VARIANTS).toHaveLength(30)
  // One by one: two heads of one meaning are never in one list.
  const guessed = VARIANTS.map(([header]) => matchHeaders([header], MAIN)[0] ?? null)
  const wrong = VARIANTS.filter(([, key], at) => guessed[at] !== null && guessed[at] !== key).map(([header]) => header)
  const right = VARIANTS.filter(([, key], at) => guessed[at] === key)
  expect(wrong).toEqual([])
  expect(right.length).toBeGreaterThanOrEqual(28)
})

test('every head of our own workbook is known again, on every sheet', () => {
  for (const sheet of EXCEL_SHEETS) {
    expect(
      matchHeaders(
        sheet.columns.map(({ label }) => label),
        sheet,
      ),
    ).toEqual(sheet.columns.map(({ key }) => key))
  }
})

test('two columns of one meaning: the better one is taken, never both; what somebody said before comes first', () => {
  expect(matchHeaders(['Họ và tên', 'Họ tên'], MAIN).filter((key) => key === 'identity.full_name')).toHaveLength(1)
  const remembered = new Map([[headerWords('Ghi chú'), 'identity.phone' as ColumnKey | null]])
  expect(matchHeaders(['Ghi chú', 'SĐT'], MAIN, remembered)[0]).toBe('identity.phone')
})

test('a title above the heads, and heads in two lines, are found', () => {
  const lines = [
    ['SỞ GIÁO DỤC', '', '', ''],
    ['DANH SÁCH CÁN BỘ', '', '', ''],
    ['STT', 'Họ và tên', 'Số CCCD', ''],
    ['', '', '', 'Năm sinh'],
    ['1', 'Lê An', '087090000001', '1990'],
  ].map((cells, at) => ({ line: at + 1, cells }))
  const [sheet] = understandSheets([{ name: 'Sheet1', hidden: false, lines }], () => new Map())
  expect(sheet).toMatchObject({ as: 'main', head: 3 })
  expect(sheet?.keys.slice(0, 3)).toEqual([null, 'identity.full_name', 'identity.citizen_id'])
})
