import { Notice } from '@/components/ui/notice'
import { dayOf, sayDay, sayTime } from '@/lib/domain/calendar'

type Props = {
  signer: string
  receivedAt: Date | null
  askAgainAt: Date | null
  /** What happens as soon as the authority answers. */
  then: string
}

/** Signed, but the signer’s authority has not said yet whether the certificate was revoked. */
export function AwaitedAnswer({ signer, receivedAt, askAgainAt, then }: Props) {
  const signed = receivedAt ? ` lúc ${sayTime(receivedAt)}, ${sayDay(dayOf(receivedAt))}` : ''
  return (
    <Notice look="warn" icon="clock" title={`${signer} đã ký${signed}; chờ kiểm tra thu hồi chứng thư.`}>
      Hệ thống tự hỏi lại tổ chức chứng thực{askAgainAt ? `, lần tới lúc ${sayTime(askAgainAt)}` : ''}. Không phải ký
      lại; {then}
    </Notice>
  )
}

/** An earlier signature was not taken, and why. */
export function GivenBack({ reasons }: { reasons: string | null }) {
  return reasons && <Notice look="warn" title={`Chữ ký trước không được nhận: ${reasons}.`} />
}
