/** What is said where a paper, a document or a proof is refused; none of it needs details. */
export const PAPER_MESSAGES = {
  exportNothingApproved: () => 'Chưa có hồ sơ nào được phê duyệt để xác nhận. Chờ thủ trưởng ký duyệt rồi đề nghị.',
  exportOpen: () => 'Đã có một đề nghị như vậy đang chờ ký hoặc chờ đóng dấu.',
  exportDecided: () => 'Văn bản này không còn chờ việc đó. Tải lại trang để xem.',
  exportNumberTaken: () => 'Số vừa được cấp cho văn bản khác. Bấm đóng dấu lần nữa để lấy số kế tiếp.',
  exportSealWaits: () =>
    'Một văn bản khác của cơ quan đã đóng dấu và đang chờ kiểm tra thu hồi chứng thư. Có kết quả rồi đóng dấu văn bản này.',
  sealByAnother: () => 'Người đã ký văn bản không đóng dấu văn bản đó. Người giữ dấu khác của cơ quan đóng dấu.',
  signaturePictureUnfit: () =>
    'Chỉ nhận ảnh PNG không lớn hơn 500 kB, mỗi chiều không quá 1.600 điểm ảnh. Chọn ảnh khác.',
  agencyCertificateMissing: () =>
    'Chứng thư số này không phải của cơ quan. Quản trị đơn vị đăng ký chứng thư của cơ quan trước khi đóng dấu.',
  checkSlowed: () => 'Mạng này vừa tra quá nhiều lần. Chờ một phút rồi tra lại.',
  proofStillFails: () => 'Hồ sơ vẫn khác với bản đã ký. Khôi phục dữ liệu đúng như đã ký rồi đóng sự cố.',
}

export type PaperRefusals = { [Code in keyof typeof PAPER_MESSAGES]: Record<never, never> }
