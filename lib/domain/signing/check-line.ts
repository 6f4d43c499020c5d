import { sayDay } from '../calendar'

/** One line of “Kiểm tra ký số”: what is looked at, how it stands, and what to do where it does not stand well. */
export type CheckLine = { what: string; state: CheckState; is: string; remedy: string | null }
export type CheckState = 'good' | 'warn' | 'bad' | 'unknown'

export type OwnCertificate = { commonName: string; validFrom: string; validUntil: string; withdrawn: boolean }

/** So many days before its end a certificate is spoken of. */
export const EXPIRY_NOTICE_DAYS = 60

const DAY_MS = 86_400_000
export const daysBetween = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS)

/** A certificate about to end, or ended; null while there is time. Days are `YYYY-MM-DD`, the last one counts. */
export function expiryOf(validUntil: string, today: string): { over: boolean; days: number } | null {
  const days = daysBetween(today, validUntil)
  return days > EXPIRY_NOTICE_DAYS ? null : { over: days < 0, days }
}

/** How one's registered certificates stand: the one that lasts longest speaks for all. */
export function certificateLine(certificates: readonly OwnCertificate[], today: string): CheckLine {
  const what = 'Chứng thư số đã đăng ký'
  const usable = certificates.filter(({ withdrawn }) => !withdrawn)
  const best = usable.toSorted((a, b) => b.validUntil.localeCompare(a.validUntil))[0]
  if (!best) {
    return {
      ...{ what, state: 'bad', is: 'Anh/Chị chưa đăng ký chứng thư nào.' },
      remedy: 'Đăng ký bằng cách ký thử ở mục Chứng thư của tôi; quản trị đơn vị xác nhận là dùng được.',
    }
  }
  const name = `${best.commonName}, hạn ${sayDay(best.validUntil)}`
  if (best.validFrom > today) {
    const remedy = `Chứng thư có hiệu lực từ ${sayDay(best.validFrom)}. Trước ngày đó dùng chứng thư cũ.`
    return { what, state: 'warn', is: `${name}, chưa đến ngày hiệu lực.`, remedy }
  }
  const expiry = expiryOf(best.validUntil, today)
  if (!expiry) return { what, state: 'good', is: `${name}.`, remedy: null }
  const renew = 'Đề nghị Cục Chứng thực số và Bảo mật thông tin gia hạn, rồi đăng ký chứng thư mới.'
  if (expiry.over) return { what, state: 'bad', is: `${name}, đã hết hạn.`, remedy: renew }
  return { what, state: 'warn', is: `${name}, còn ${expiry.days} ngày.`, remedy: renew }
}

/** What the portal's verifier said of revocation when this certificate signed last. */
export function revocationLine(last: { ok: boolean | null; detail: string; on: string } | null): CheckLine {
  const what = 'Tình trạng thu hồi'
  if (!last) return { what, state: 'unknown', is: 'Chưa ký lần nào ở đây. Được kiểm mỗi lần ký.', remedy: null }
  const is = `Lần ký ngày ${sayDay(last.on)}: ${last.detail}`
  if (last.ok === true) return { what, state: 'good', is, remedy: null }
  if (last.ok === false)
    return { what, state: 'bad', is, remedy: 'Chứng thư đã bị thu hồi thì không ký được. Đăng ký chứng thư mới.' }
  return { what, state: 'unknown', is, remedy: 'Hệ thống tự kiểm lại khi kết nối được với tổ chức chứng thực.' }
}

const MOST_SECONDS_APART = 60

/** The clock of this machine against the server's, both in milliseconds. */
export function clockLine(here: number, server: number): CheckLine {
  const what = 'Đồng hồ máy này'
  const seconds = Math.round((here - server) / 1000)
  if (Math.abs(seconds) <= MOST_SECONDS_APART) {
    return { what, state: 'good', is: 'Khớp với giờ máy chủ.', remedy: null }
  }
  const minutes = Math.max(1, Math.round(Math.abs(seconds) / 60))
  return {
    ...{ what, state: 'warn', is: `${seconds > 0 ? 'Nhanh' : 'Chậm'} hơn máy chủ ${minutes} phút.` },
    remedy: 'Mở cài đặt ngày giờ của máy, bật tự đặt giờ, rồi kiểm lại.',
  }
}
