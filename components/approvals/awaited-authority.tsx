import type { ComponentProps } from 'react'
import { Notice } from '@/components/ui/notice'
import { dayOf, sayDay, sayTime } from '@/lib/domain/calendar'
import { SignatureChecks } from './signature-checks'

type Props = {
  approverName: string | null
  receivedAt: Date | null
  askAgainAt: Date | null
  checks: ComponentProps<typeof SignatureChecks>['checks']
}

/** A batch that is signed, whose signer’s authority has not said yet whether the certificate was revoked. */
export function AwaitedAuthority({ approverName, receivedAt, askAgainAt, checks }: Props) {
  const signed = receivedAt ? ` lúc ${sayTime(receivedAt)}, ${sayDay(dayOf(receivedAt))}` : ''
  return (
    <>
      <Notice look="warn" icon="clock" title={`${approverName} đã ký${signed}; chờ kiểm tra thu hồi chứng thư.`}>
        Hệ thống tự hỏi lại tổ chức chứng thực{askAgainAt ? `, lần tới lúc ${sayTime(askAgainAt)}` : ''}. Anh/Chị không
        phải ký lại; hồ sơ được duyệt ngay khi có câu trả lời.
      </Notice>
      <h3>Đã kiểm khi nhận</h3>
      <SignatureChecks checks={checks} />
    </>
  )
}
