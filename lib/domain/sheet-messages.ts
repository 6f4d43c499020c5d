/** What is wrong with a file that was brought in, by code. */
export type SheetRefusals = {
  sheetProtected: Record<never, never>
  sheetOldFormat: Record<never, never>
  sheetTooLarge: Record<never, never>
  sheetDamaged: Record<never, never>
  sheetEmpty: Record<never, never>
  sheetTooWide: { sheet: string; most: number }
  importKeyMissing: { sheets: string[] }
  importNotReady: Record<never, never>
  codeListSame: Record<never, never>
  codeListChangedSince: { number: number }
  codeListFixed: { why: string }
}

/** In words. */
export const SHEET_MESSAGES: { [Code in keyof SheetRefusals]: (details: SheetRefusals[Code]) => string } = {
  sheetProtected: () => 'Tệp có mật khẩu mở. Mở tệp trong Excel, bỏ mật khẩu, lưu lại rồi chọn tệp đó.',
  sheetOldFormat: () => 'Tệp thuộc định dạng .xls cũ. Mở tệp trong Excel, lưu thành .xlsx rồi chọn tệp đó.',
  sheetTooLarge: () => 'Tệp lớn quá 80 MB, hoặc nở ra quá lớn khi mở. Chia thành nhiều tệp nhỏ hơn.',
  sheetDamaged: () => 'Tệp bị hỏng hoặc tải lên chưa đủ. Mở tệp trong Excel, lưu lại rồi chọn tệp đó.',
  sheetEmpty: () => 'Tệp không có dòng dữ liệu nào. Xem lại trang tính và dòng tiêu đề.',
  sheetTooWide: ({ sheet, most }) =>
    `Trang “${sheet}” có hơn ${most} cột. Xóa các cột không dùng bên phải, lưu lại rồi chọn tệp đó.`,
  importKeyMissing: ({ sheets }) =>
    `Chưa ghép cột “Số căn cước công dân” ở trang ${sheets.map((name) => `“${name}”`).join(', ')}. Cột này cho biết dòng của ai.`,
  codeListSame: () => 'Tệp không khác danh mục đang dùng. Không có gì để nhận.',
  codeListChangedSince: ({ number }) =>
    `Bản ${number} đã đổi tiếp những giá trị này. Lấy lại bản ${number} trước, hoặc sửa từng giá trị.`,
  codeListFixed: ({ why }) => why,
  importNotReady: () => 'Việc nhập này đã đổi hoặc đang chạy. Tải lại trang để xem nó đến đâu.',
}
