/** While the line is cut: how much waits, and where. */
export const heldWords = (held: number, durable: boolean) =>
  `Mất kết nối: ${held} thay đổi đang giữ trên ${durable ? 'máy này' : 'trang này'}`

export const HELD_HINTS = {
  device: 'Anh/Chị cứ làm tiếp. Có mạng sẽ tự gửi, kể cả khi tắt trang và mở lại sau bằng tài khoản này.',
  page: 'Anh/Chị cứ làm tiếp và giữ trang này mở, có mạng sẽ tự gửi.',
}
