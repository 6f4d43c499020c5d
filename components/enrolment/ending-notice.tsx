import Link from 'next/link'
import { Notice } from '@/components/ui/notice'
import { sayDay } from '@/lib/domain/calendar'

/** The signer's own task: the key ends soon, or has ended, with nothing in its place. */
export function EndingNotice({ ending }: { ending: { until: string; over: boolean; days: number } }) {
  const { until, over, days } = ending
  const title = over
    ? `Chứng thư số của Anh/Chị đã hết hạn ngày ${sayDay(until)}.`
    : `Chứng thư số của Anh/Chị còn ${days} ngày, hết hạn ${sayDay(until)}.`
  return (
    <Notice look="warn" title={title}>
      Xin gia hạn, rồi <Link href="/signing/certificates">đăng ký chứng thư mới</Link>.
    </Notice>
  )
}
