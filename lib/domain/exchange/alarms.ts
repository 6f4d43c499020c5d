import { sayChannelCause } from './channel-words'

/** What is known of the channel at one moment. */
export type ChannelFigures = {
  isApproved: boolean
  isWorkerAlive: boolean
  /** When the longest waiting of the outbox was approved; null where nothing waits. */
  oldestWaiting: Date | null
  waiting: number
  /** `since` when the circuit is open and why; null while it is closed. */
  open: { since: Date; cause: string | null } | null
  /** The last moment of the counterpart's certificate. */
  certificateUntil: Date | null
}

export type AlarmKind = 'notApproved' | 'workerSilent' | 'channelOpen' | 'waitingLong' | 'certificateEnding'

/** `bad`: records are late, or nothing moves; `warn`: somebody should look. */
export type Alarm = { kind: AlarmKind; level: 'warn' | 'bad'; title: string; remedy: string }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A change goes out at once (KH, PL 6): an hour in the outbox is already a sign, a day is late. */
const WAITS_LONG_MS = HOUR_MS
const WAITS_TOO_LONG_MS = DAY_MS
const CERTIFICATE_WARN_DAYS = 30
const CERTIFICATE_BAD_DAYS = 7

/** What somebody must hear of, the worst first. Nothing is said twice: where no worker lives, that it all waits follows. */
export function alarmsOf(figures: ChannelFigures, now: Date): Alarm[] {
  const found = [notApproved(figures), workerSilent(figures), open(figures), waitingLong(figures, now)]
  const first = found.find((alarm) => alarm !== null)
  return [first ?? null, certificateEnding(figures, now)].filter((alarm) => alarm !== null)
}

const notApproved = ({ isApproved, waiting }: ChannelFigures): Alarm | null =>
  isApproved
    ? null
    : {
        kind: 'notApproved',
        level: waiting > 0 ? 'bad' : 'warn',
        title: `Kênh đang đóng: chưa khai phê duyệt cấp độ an toàn; ${count(waiting)} hồ sơ chờ gửi.`,
        remedy: 'Khai số văn bản phê duyệt ở trang Kênh kết nối.',
      }

const workerSilent = ({ isWorkerAlive, waiting }: ChannelFigures): Alarm | null =>
  isWorkerAlive
    ? null
    : {
        kind: 'workerSilent',
        level: 'bad',
        title: `Tiến trình gửi không chạy; ${count(waiting)} hồ sơ chờ gửi.`,
        remedy: 'Khởi động lại tiến trình trên máy chủ; hồ sơ trong hàng gửi không mất.',
      }

const open = ({ open: opened, waiting }: ChannelFigures): Alarm | null =>
  opened && {
    kind: 'channelOpen',
    level: opened.cause?.startsWith('blocked:') ? 'bad' : 'warn',
    title: `Kênh tạm ngừng: ${sayChannelCause(opened.cause)}; ${count(waiting)} hồ sơ chờ gửi.`,
    remedy: 'Cổng tự thử lại. Thử từng bước ở trang Kênh kết nối để biết hỏng ở đâu.',
  }

function waitingLong({ oldestWaiting, waiting }: ChannelFigures, now: Date): Alarm | null {
  const age = oldestWaiting ? now.getTime() - oldestWaiting.getTime() : 0
  if (age < WAITS_LONG_MS) return null
  const late = age >= WAITS_TOO_LONG_MS
  const since = late ? `${Math.floor(age / DAY_MS)} ngày` : `${Math.floor(age / HOUR_MS)} giờ`
  return {
    kind: 'waitingLong',
    level: late ? 'bad' : 'warn',
    title: `${count(waiting)} hồ sơ chờ gửi, lâu nhất đã ${since}.`,
    remedy: 'Mở trang Kênh kết nối, thử từng bước.',
  }
}

function certificateEnding({ certificateUntil }: ChannelFigures, now: Date): Alarm | null {
  if (!certificateUntil) return null
  const days = Math.floor((certificateUntil.getTime() - now.getTime()) / DAY_MS)
  if (days > CERTIFICATE_WARN_DAYS) return null
  return {
    kind: 'certificateEnding',
    level: days > CERTIFICATE_BAD_DAYS ? 'warn' : 'bad',
    title: days < 0 ? 'Chứng thư của nơi nhận đã hết hạn.' : `Chứng thư của nơi nhận còn ${days} ngày.`,
    remedy: 'Báo đơn vị vận hành nền tảng thay chứng thư.',
  }
}

const count = (value: number) => value.toLocaleString('vi')
