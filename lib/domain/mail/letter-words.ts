import type { Letter } from './letter'
import { CLAIM_MINUTES, RESET_LINK_MINUTES } from './self-reset'

type Words = Omit<Letter, 'to'>

const PORTAL = 'Cổng hồ sơ cán bộ, công chức, viên chức tỉnh Đồng Tháp'
const signed = (...lines: string[]) => `${lines.join('\n\n')}\n\n${PORTAL}\nThư gửi tự động, không trả lời thư này.\n`

/** The code that proves an address. */
export const emailCodeLetter = (code: string): Words => ({
  // Not in the head: that is read on locked screens.
  subject: 'Mã xác nhận e-mail',
  text: signed(
    `Mã xác nhận e-mail của Anh/Chị: ${code}`,
    `Gõ mã này ở trang Tài khoản trong ${CLAIM_MINUTES} phút. Không ai của tỉnh hỏi Anh/Chị mã này.`,
    'Nếu Anh/Chị không yêu cầu, bỏ qua thư này: địa chỉ chỉ được dùng khi có người gõ đúng mã.',
  ),
})

/** The link of a forgotten password. */
export const resetLinkLetter = (name: string, address: string): Words => ({
  subject: 'Đặt lại mật khẩu',
  text: signed(
    `Có người, có thể là Anh/Chị, vừa báo quên mật khẩu của tài khoản ${name}.`,
    `Mở liên kết sau trong ${RESET_LINK_MINUTES} phút để đặt mật khẩu mới. Liên kết dùng được một lần:`,
    address,
    'Nếu không phải Anh/Chị, bỏ qua thư này: mật khẩu cũ vẫn dùng được. Nhận nhiều thư như vậy thì báo quản trị đơn vị.',
  ),
})

/** Afterwards, so that nobody's password is changed behind their back. */
export const passwordSetLetter = (name: string, at: string): Words => ({
  subject: 'Mật khẩu vừa được đặt lại',
  text: signed(
    `Mật khẩu của tài khoản ${name} được đặt lại qua e-mail này lúc ${at}. Mọi nơi đang đăng nhập đã được đăng xuất.`,
    'Nếu không phải Anh/Chị, báo ngay quản trị đơn vị để khóa tài khoản.',
  ),
})

/** To the address that serves no more. */
export const emailChangedLetter = (name: string, at: string): Words => ({
  subject: 'E-mail này không còn dùng để đặt lại mật khẩu',
  text: signed(
    `Lúc ${at}, tài khoản ${name} bỏ địa chỉ này hoặc đổi sang địa chỉ khác.`,
    'Nếu không phải Anh/Chị, báo ngay quản trị đơn vị để khóa tài khoản.',
  ),
})
