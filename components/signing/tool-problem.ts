/** Why the tool on this machine did not sign: what happened, then what to do. */
const SENTENCES = {
  unreachable:
    'Không kết nối được với công cụ VGCA Sign Service trên máy này. Mở công cụ (biểu tượng ở góc phải thanh tác vụ), cắm token rồi ký lại.',
  permission:
    'Trình duyệt đang chặn trang này kết nối với công cụ ký trên máy. Bấm biểu tượng cạnh địa chỉ trang, cho phép “Thiết bị trong mạng nội bộ” rồi ký lại.',
  policy:
    'Trang này chưa được phép mở kết nối đến công cụ ký. Báo quản trị hệ thống xem lại cấu hình địa chỉ công cụ VGCA.',
  dropped: 'Công cụ VGCA ngắt kết nối giữa chừng. Đóng công cụ, mở lại rồi ký lại.',
  garbled: 'Công cụ VGCA trả lời không đọc được. Cập nhật công cụ lên bản mới rồi ký lại.',
  silent: 'Quá thời gian mà công cụ VGCA chưa ký xong. Đóng hộp thoại của công cụ rồi ký lại.',
  declined: 'Công cụ VGCA chưa ký.',
} as const

export type ToolProblemCode = keyof typeof SENTENCES

export class ToolProblem extends Error {
  constructor(
    readonly code: ToolProblemCode,
    /** What the tool said itself. */
    said = '',
  ) {
    super(said ? `${SENTENCES[code]} Công cụ báo: ${said.trim().slice(0, 300)}` : SENTENCES[code])
  }
}
