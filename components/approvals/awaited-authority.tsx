import type { ComponentProps } from 'react'
import { AwaitedAnswer } from '@/components/signing/awaited-answer'
import { SignatureChecks } from './signature-checks'

type Props = {
  approverName: string | null
  receivedAt: Date | null
  askAgainAt: Date | null
  checks: ComponentProps<typeof SignatureChecks>['checks']
}

/** A batch that is signed, whose signer’s authority has not said yet whether the certificate was revoked. */
export function AwaitedAuthority({ approverName, receivedAt, askAgainAt, checks }: Props) {
  return (
    <>
      <AwaitedAnswer
        signer={approverName ?? ''}
        receivedAt={receivedAt}
        askAgainAt={askAgainAt}
        then="hồ sơ được duyệt ngay khi có câu trả lời."
      />
      <h3>Đã kiểm khi nhận</h3>
      <SignatureChecks checks={checks} />
    </>
  )
}
