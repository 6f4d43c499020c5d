'use client'

import { useRouter } from 'next/navigation'
import { useAct } from '@/components/people/use-act'
import { AwaitedAnswer, GivenBack } from '@/components/signing/awaited-answer'
import { SigningForm } from '@/components/signing/signing-form'
import type { SessionActions } from '@/components/signing/use-whole-file'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { Result } from '@/lib/domain/result'
import type { SigningWay } from '@/lib/domain/signing/ways'

type Props = {
  withdrawal: {
    id: string
    number: string
    reason: string
    documentNo: string | null
    count: number
    names: readonly string[]
    state: string
    signerName: string
    receivedAt: Date | null
    askAgainAt: Date | null
    givenBack: string | null
  }
  ways: readonly SigningWay[]
  tool: string
  service: string
  start: (input: {
    id: string
    certificate: string
    intermediates: string[]
  }) => Promise<Result<{ attributes: string; digest: string }>>
  complete: (input: { id: string; signature: string }) => Promise<Result<unknown>>
  cancel: (input: { id: string }) => Promise<Result<unknown>>
  sessions: SessionActions
}

/** The paper that takes approvals back, before its signature: whom it is about, why, and where one signs. */
export function SignWithdrawal({ withdrawal, start, complete, cancel, ...signing }: Props) {
  const { id, reason, documentNo, count, names } = withdrawal
  const router = useRouter()
  const cancelling = useAct(cancel)
  const paper = `/api/documents/withdrawal/${id}`
  return (
    <div className="sign-sheet">
      {cancelling.refused && <ErrorsSummary title={cancelling.refused.message} />}
      <GivenBack reasons={withdrawal.givenBack} />
      {withdrawal.state === 'waiting' ? (
        <AwaitedAnswer
          signer={withdrawal.signerName}
          receivedAt={withdrawal.receivedAt}
          askAgainAt={withdrawal.askAgainAt}
          then="phê duyệt được rút ngay khi có câu trả lời."
        />
      ) : (
        <SigningForm
          {...signing}
          of={{ subject: 'withdrawal', subjectId: id }}
          keys={{ start: (input) => start({ id, ...input }), complete: (input) => complete({ id, ...input }) }}
          paper={paper}
          facts={[
            ['Rút phê duyệt của', names.join(', ')],
            ['Lý do', reason],
            ...(documentNo === null ? [] : [['Căn cứ văn bản', documentNo] as [string, string]]),
            [
              'Tệp sẽ ký',
              <a key="paper" href={paper}>
                Văn bản rút phê duyệt
              </a>,
            ],
          ]}
          act={`Ký rút phê duyệt ${count.toLocaleString('vi')} hồ sơ`}
          after="Ký xong, bản duyệt trước đó (nếu có) lại là bản được duyệt. Muốn duyệt lại thì gửi bản mới."
        />
      )}
      <p className="acts">
        <Button look="small" onClick={() => cancelling.run({ id }, () => router.refresh())}>
          Thôi rút
        </Button>
      </p>
    </div>
  )
}
