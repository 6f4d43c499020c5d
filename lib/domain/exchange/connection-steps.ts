/** What a trial of the connection looks at, in the order in which one thing needs the other. */
export const STEPS = ['secrets', 'name', 'line', 'token', 'call', 'clock'] as const
export type Step = (typeof STEPS)[number]

/** `skipped`: an earlier step failed, so that this one was not tried. */
export type StepResult = { step: Step; state: 'good' | 'bad' | 'skipped'; found: string }

type Words = { title: string; remedy: string }

/** What each step is, and what to do where it fails. */
export const STEP_WORDS: Record<Step, Words> = {
  secrets: {
    title: 'Khóa và mật khẩu của máy chủ',
    remedy: 'Đặt biến môi trường hoặc tệp mà hồ sơ kết nối gọi tên, rồi khởi động lại tiến trình gửi.',
  },
  name: {
    title: 'Tên máy chủ của nơi nhận',
    remedy: 'Kiểm tra địa chỉ trong hồ sơ kết nối và máy chủ tên miền của mạng truyền số liệu chuyên dùng.',
  },
  line: {
    title: 'Đường truyền và chứng thư TLS',
    remedy: 'Kiểm tra tường lửa, chứng thư hai phía và ngày hết hạn; hỏi đơn vị vận hành nền tảng.',
  },
  token: {
    title: 'Đăng nhập, nhận mã phiên',
    remedy: 'Kiểm tra tài khoản, khóa ứng dụng và quyền gọi; sai nhiều lần có thể làm khóa tài khoản kết nối.',
  },
  call: {
    title: 'Gọi dịch vụ',
    remedy: 'Kiểm tra đường dẫn dịch vụ và quyền gọi dịch vụ của tài khoản với đơn vị vận hành.',
  },
  clock: {
    title: 'Đồng hồ hai phía',
    remedy: 'Bật đồng bộ giờ (NTP) trên máy chủ: lệch quá 5 phút thì nơi nhận có thể từ chối.',
  },
}

export const MOST_SKEW_MS = 5 * 60_000
