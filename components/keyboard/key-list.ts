export type KeyGroup = { title: string; keys: { press: string[]; does: string }[] }

/** Every key the portal listens to; those of one letter can be turned off (WCAG 2.1.4). */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Mọi trang',
    keys: [
      { press: ['F1'], does: 'Mở bảng phím tắt này' },
      { press: ['?'], does: 'Mở bảng phím tắt này, khi không gõ trong ô' },
      { press: ['/'], does: 'Tìm' },
      { press: ['Tab'], does: 'Sang ô sau; lần đầu trên trang là “Đến nội dung chính”' },
    ],
  },
  {
    title: 'Sửa hồ sơ',
    keys: [
      { press: ['Ctrl', 'S'], does: 'Lưu nháp' },
      { press: ['Alt', 'PageDown'], does: 'Mục sau' },
      { press: ['Alt', 'PageUp'], does: 'Mục trước' },
      { press: ['Alt', '↓'], does: 'Mở danh mục của ô' },
      { press: ['Alt', 'M'], does: 'Thêm minh chứng cho ô đang ghi' },
    ],
  },
  {
    title: 'Trong bảng',
    keys: [
      { press: ['↑', '↓', '←', '→'], does: 'Sang ô bên cạnh; trong chữ thì ở đầu hoặc cuối chữ' },
      { press: ['Enter'], does: 'Xuống dòng dưới; ở dòng cuối thì thêm dòng' },
      { press: ['F2'], does: 'Sửa chữ trong ô' },
      { press: ['Esc'], does: 'Lấy lại chữ cũ của ô' },
      { press: ['Ctrl', 'V'], does: 'Dán các ô chép từ Excel, xem trước khi dán' },
      { press: ['Ctrl', 'Z'], does: 'Hoàn tác, đến 50 bước' },
      { press: ['Ctrl', 'Y'], does: 'Làm lại' },
    ],
  },
  {
    title: 'Kiểm hồ sơ',
    keys: [
      { press: ['D'], does: 'Đạt' },
      { press: ['T'], does: 'Trả lại' },
      { press: ['↑', '↓'], does: 'Chọn trường' },
      { press: ['Alt', '←'], does: 'Người trước' },
      { press: ['Alt', '→'], does: 'Người sau' },
    ],
  },
]
