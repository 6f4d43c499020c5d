/** A decision of 5 MB and what proves the record. */
export const PACKAGE_MOST_BYTES = 8 * 1024 * 1024

/** Everything that can be wrong with a package, in words: what is so, and what to ask of who sent it. */
export const PACKAGE_FAULTS = {
  tooLarge: () => 'Gói lớn quá mức, hoặc giải nén ra lớn bất thường nên không được mở. Đề nghị bên giao lập lại gói.',
  damaged: () => 'Tệp không phải gói bàn giao .zip, hoặc đã hỏng, bị cắt mất một phần. Lấy lại tệp từ bên giao.',
  filesDiffer: (names: string) => `Gói thiếu hoặc thừa tệp: ${names}. Đề nghị bên giao lập lại gói.`,
  checksumsUnreadable: () => 'Không đọc được danh sách mã kiểm tra SHA256SUMS.txt. Lấy lại gói từ bên giao.',
  changed: (name: string) => `Tệp ${name} không khớp mã kiểm tra: nội dung đã bị đổi sau khi lập gói.`,
  recordUnreadable: () => 'Không đọc được ho-so.json theo mẫu gói bàn giao. Đề nghị bên giao lập lại gói.',
  formNewer: () => 'Hồ sơ ghi theo mẫu mới hơn mẫu đang dùng ở đây. Báo quản trị hệ thống cập nhật phần mềm.',
  dataInvalid: (what: string) => `Dữ liệu hồ sơ không đúng mẫu: ${what}.`,
  signature: (why: string) => `Tờ phê duyệt không xác minh được: ${why}.`,
  notSigned: () =>
    'Hồ sơ trong gói không có trong danh sách đã ký của tờ phê duyệt: dữ liệu không phải bản được duyệt.',
  approverDiffers: () => 'Người phê duyệt ghi trong gói khác người trong tờ phê duyệt đã ký.',
  cvDiffers: () => 'Bản PDF sơ yếu lý lịch không khớp dữ liệu đã ký. Đề nghị bên giao lập lại gói.',
  notPdf: (name: string) => `Tệp ${name} không phải PDF. Đề nghị bên giao lập lại gói.`,
  receivedBefore: (day: string) => `Gói này đã nhập ngày ${day}. Mỗi gói chỉ nhập một lần.`,
  hereAlready: () =>
    'Người trong gói đã có hồ sơ trong hệ thống. Tìm người đó trong danh sách hồ sơ; người đã chuyển đi thì ghi biến động Tiếp nhận.',
} as const satisfies Record<string, (what: string) => string>
