/** What everybody promises before the portal opens to them (Quy chế, Điều 20 khoản 1). */
export type Terms = {
  /** Asked anew of everybody when it changes. */
  version: string
  /** First day, `YYYY-MM-DD`. */
  from: string
  basis: string
  clauses: readonly string[]
}

/** Oldest first. A change is a new row: what somebody accepted can be read again as it was. */
export const TERMS: readonly Terms[] = [
  {
    version: '1',
    from: '2024-12-06',
    basis:
      'Quy chế quản lý, cập nhật, sử dụng, khai thác dữ liệu cán bộ, công chức, viên chức tỉnh Đồng Tháp ' +
      '(Điều 8, 10, 20); Thông tư 06/2023/TT-BNV',
    clauses: [
      'Tài khoản cấp cho riêng tôi. Tôi giữ kín mật khẩu và mã xác thực, không cho người khác dùng, không dùng tài khoản của người khác.',
      'Tôi khai đầy đủ, chính xác, kịp thời và chịu trách nhiệm về dữ liệu và giấy tờ tôi gửi; có thay đổi hoặc thấy sai thì cập nhật và báo ngay cho đơn vị quản lý.',
      'Dữ liệu của người khác mà tôi xem được theo vai trò, tôi chỉ dùng cho công việc được giao; không sao chép, không chuyển ra ngoài.',
      'Tôi không nhập nội dung thuộc bí mật nhà nước vào cổng này.',
      'Mất điện thoại, nghi lộ mật khẩu hoặc thấy ai đó dùng tài khoản của tôi thì tôi đổi mật khẩu và báo quản trị đơn vị ngay.',
      'Tôi biết mọi lần đăng nhập, xem, sửa, ký và xuất dữ liệu đều được ghi nhật ký; người có hồ sơ xem được ai đã mở hồ sơ của mình.',
      'Để lộ tài khoản hoặc thông tin hệ thống thì bị xử lý theo quy định của pháp luật (Quy chế, Điều 10 khoản 3).',
    ],
  },
]

/** The terms in force on a day; before the first, the first. */
export function termsOn(day: string, terms: readonly Terms[] = TERMS): Terms {
  const [first, ...later] = terms
  if (!first) throw new RangeError('There are no terms')
  return later.findLast(({ from }) => from <= day) ?? first
}
