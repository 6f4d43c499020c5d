/** Everything that can be wrong with a signed file, each with what a person reads: what happened, then what to do. */
export const FAULTS = {
  notReadable: 'Không đọc được tệp: tệp rỗng, hỏng hoặc không phải PDF của hệ thống này. Lấy lại tệp từ nơi gửi.',
  tooLarge: 'Tệp lớn hơn 20 MB nên không được đọc.',
  preparedDiffers: 'Tệp khác với tệp đã chuẩn bị để ký. Mở lại đợt phê duyệt và ký tệp mới.',
  signatureMissing: 'Tệp chưa có chữ ký số.',
  signatureCount: 'Số chữ ký trong tệp không đúng với số chữ ký phải có.',
  signatureBroken: 'Chữ ký số bị thiếu hoặc hỏng phần mô tả vùng ký.',
  contentAfterSignature: 'Tệp có nội dung thêm vào sau khi ký.',
  formatRefused: 'Kiểu chữ ký số này không được nhận. Ký lại theo kiểu PAdES.',
  signatureUnreadable: 'Không đọc được dữ liệu chữ ký số trong tệp.',
  documentChanged: 'Nội dung tệp đã bị thay đổi sau khi ký.',
  weakAlgorithm: 'Thuật toán hoặc độ dài khóa không còn an toàn. Dùng chứng thư RSA từ 2048 bit và SHA-256.',
  certificateNotBound: 'Chữ ký không gắn với đúng chứng thư số nằm trong tệp.',
  signatureWrong: 'Chữ ký số không khớp với chứng thư số.',
  strayCertificate: 'Tệp mang theo chứng thư số không thuộc đường dẫn tin cậy của người ký.',
  chainUnknown: 'Chứng thư số không do tổ chức chứng thực được tin cậy cấp. Dùng chứng thư công vụ đã đăng ký.',
  certificatePurpose: 'Chứng thư số không được cấp để ký văn bản.',
  certificateNotYetValid: 'Chứng thư số chưa có hiệu lực vào lúc ký.',
  certificateExpired: 'Chứng thư số đã hết hạn vào lúc ký. Gia hạn chứng thư rồi ký lại.',
  certificateNotRegistered:
    'Chứng thư số này chưa được đăng ký cho người ký. Quản trị đơn vị đăng ký chứng thư trước khi ký.',
  certificateRevoked: 'Chứng thư số đã bị thu hồi vào lúc ký. Đăng ký chứng thư mới rồi ký lại.',
  timeStampBroken: 'Dấu thời gian trong tệp hỏng hoặc không thuộc chữ ký này. Ký lại tệp đã chuẩn bị.',
  timeStampForeign:
    'Dấu thời gian không do tổ chức được tin cậy cấp. Quản trị hệ thống thêm chứng thư gốc của tổ chức đó, hoặc ký lại không kèm dấu thời gian.',
  revisionRefused: 'Công cụ ký đã sửa tệp ngoài việc thêm chữ ký. Ký lại tệp đã chuẩn bị, không sửa gì khác.',
  compressedObjects: 'Công cụ ký đã nén cấu trúc của tệp nên không kiểm hết được. Ký bằng công cụ giữ nguyên tệp gốc.',
  tablesDisagree:
    'Bảng tham chiếu của tệp không khớp với nội dung, nên mỗi chương trình đọc ra một khác. Ký lại tệp đã chuẩn bị.',
  demoCertificate: 'Chứng thư số mô phỏng chỉ dùng để trình diễn, không có giá trị ở đây.',
  manifestMissing: 'Tệp không có danh sách hồ sơ (manifest.json) đính kèm.',
  manifestUnreadable: 'Danh sách hồ sơ đính kèm không đúng dạng.',
  manifestInconsistent: 'Danh sách hồ sơ đính kèm tự mâu thuẫn: số lượng, thứ tự hoặc mã gốc không khớp.',
} as const

export type Fault = keyof typeof FAULTS
