/** What each refusal about signing and certificates must tell, so that its sentence can be said. */
export type SigningRefusals = {
  certificateOfAnother: { name: string }
  enrolmentOver: Record<never, never>
  enrolmentRefused: { reasons: string[] }
  addressSpent: Record<never, never>
  signingWayClosed: Record<never, never>
  remoteAccountMissing: Record<never, never>
  remoteAccountUnknown: { service: string }
  remoteServiceDown: { service: string }
  remoteRefused: Record<never, never>
  remoteExpired: { minutes: number }
  signatureRefused: { reasons: string[] }
  certificateUnreadable: Record<never, never>
  certificateNotRegistered: Record<never, never>
  certificateExpired: { until: string }
  certificateForeign: Record<never, never>
  certificateEarly: { from: string }
  certificatePurpose: Record<never, never>
  certificateTaken: { name: string }
}

export const SIGNING_MESSAGES: { [Code in keyof SigningRefusals]: (details: SigningRefusals[Code]) => string } = {
  certificateOfAnother: ({ name }) =>
    `Chứng thư này cấp cho ${name}, không phải của Anh/Chị. Ký bằng chứng thư của mình.`,
  enrolmentOver: () => 'Phiếu đăng ký này không còn chờ nữa. Tải lại trang để xem, hoặc lập phiếu mới.',
  enrolmentRefused: ({ reasons }) => `Chưa đăng ký được: ${reasons.join('; ')}.`,
  addressSpent: () => 'Địa chỉ ký này đã dùng hoặc đã hết hạn. Mở lại trang ký rồi ký lại.',
  signingWayClosed: () => 'Nơi này chưa bật cách ký đó. Tải lại trang rồi chọn cách ký khác.',
  remoteAccountMissing: () =>
    'Anh/Chị chưa đăng ký chứng thư ký số từ xa. Đăng ký ở mục Chứng thư của tôi, hoặc chọn cách ký khác.',
  remoteAccountUnknown: ({ service }) => `${service} không có tài khoản này. Xem lại tài khoản ký số từ xa.`,
  remoteServiceDown: ({ service }) =>
    `${service} không trả lời được lúc này. Thử lại sau ít phút, hoặc chọn cách ký khác.`,
  remoteRefused: () => 'Anh/Chị đã từ chối ký trên điện thoại. Chưa có gì được ký.',
  remoteExpired: ({ minutes }) =>
    `Quá ${minutes} phút chưa xác nhận trên điện thoại. Bấm ký lại khi có điện thoại bên mình.`,
  signatureRefused: ({ reasons }) => `Chữ ký chưa được nhận: ${reasons.join('; ')}. Hồ sơ vẫn chờ ký.`,
  certificateUnreadable: () => 'Không đọc được chứng thư. Chọn tệp .cer, .crt hoặc .pem do nhà cung cấp gửi.',
  certificateNotRegistered: () =>
    'Chứng thư này chưa đăng ký cho Anh/Chị. Nhờ quản trị đơn vị đăng ký chứng thư rồi ký lại.',
  certificateExpired: ({ until }) => `Chứng thư hết hạn ngày ${until}. Gia hạn rồi đăng ký lại.`,
  certificateForeign: () => 'Chứng thư không do tổ chức chứng thực được tin cậy cấp. Dùng chứng thư công vụ.',
  certificateEarly: ({ from }) => `Chứng thư có hiệu lực từ ngày ${from}. Đăng ký từ ngày đó.`,
  certificatePurpose: () =>
    'Chứng thư này không dùng để ký văn bản, hoặc khóa quá ngắn. Chọn chứng thư ký số cá nhân, RSA từ 2048 bit.',
  certificateTaken: ({ name }) => `Chứng thư này đã đăng ký cho ${name}.`,
}
