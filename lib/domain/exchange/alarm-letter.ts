import type { Alarm } from './alarms'

/** A trouble of the exchange, as a letter to its administrators: counts and remedies, nobody's name. */
export const alarmLetter = ({ title, remedy, level }: Alarm, address: string) => ({
  subject: `${level === 'bad' ? 'Cần xử lý' : 'Cần xem'}: đồng bộ quốc gia - ${title}`,
  text: [
    'Kính gửi Anh/Chị quản trị tích hợp,',
    '',
    title,
    remedy,
    '',
    `Xem tại: ${address}`,
    '',
    'Thư này gửi một lần cho mỗi sự việc, và nhắc lại sau một ngày nếu sự việc chưa hết.',
  ].join('\n'),
})
