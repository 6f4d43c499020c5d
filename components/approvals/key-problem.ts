/** Why a key file does not sign, each with what the person reads. */
const SENTENCES = {
  wrongPassword: 'Mật khẩu của tệp khóa chưa đúng. Xem lại phím Caps Lock và bộ gõ tiếng Việt, rồi gõ lại.',
  notAKeyFile: 'Tệp này không phải tệp khóa. Chọn tệp có đuôi .p12 hoặc .pfx.',
  lockUnknown: 'Trình duyệt không mở được kiểu khóa của tệp này. Xuất lại tệp với kiểu AES-256 hoặc 3DES.',
  noKey: 'Tệp này chỉ có chứng thư, không có khóa bí mật. Xuất lại tệp kèm khóa bí mật.',
  keyNotRsa: 'Khóa trong tệp không phải khóa RSA nên trình duyệt không ký được. Dùng tệp khóa RSA.',
  noCertificate: 'Tệp khóa không có chứng thư số của khóa. Xuất lại tệp kèm chứng thư.',
  digestDiffers: 'Nội dung chờ ký khác với nội dung đang hiện. Tải lại trang rồi ký lại, chưa có gì được ký.',
} as const

export type KeyProblemCode = keyof typeof SENTENCES

export class KeyProblem extends Error {
  constructor(readonly code: KeyProblemCode) {
    super(SENTENCES[code])
  }
}
