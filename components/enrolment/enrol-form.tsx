'use client'

import { useRouter } from 'next/navigation'
import { useAct } from '@/components/people/use-act'
import { SigningForm } from '@/components/signing/signing-form'
import type { SessionActions } from '@/components/signing/use-whole-file'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { Result } from '@/lib/domain/result'
import type { SigningWay } from '@/lib/domain/signing/ways'

type EnrolFormProps = {
  enrolmentId: string
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

/** The sheet that shows a key to be one's own: signed in any of the ways. */
export function EnrolForm({ enrolmentId: id, ways, tool, service, start, complete, cancel, sessions }: EnrolFormProps) {
  const router = useRouter()
  const cancelling = useAct(cancel)
  const paper = `/api/signing/sheet/${id}`
  return (
    <div className="sign-sheet">
      {cancelling.refused && <ErrorsSummary title={cancelling.refused.message} />}
      <SigningForm
        of={{ subject: 'enrolment', subjectId: id }}
        ways={ways}
        tool={tool}
        service={service}
        asksAccount
        keys={{ start: (input) => start({ id, ...input }), complete: (input) => complete({ id, ...input }) }}
        sessions={sessions}
        paper={paper}
        facts={[
          [
            'Tệp sẽ ký',
            <a key="sheet" href={paper}>
              Phiếu đăng ký chứng thư
            </a>,
          ],
        ]}
        act="Ký phiếu đăng ký"
        after="Phiếu này không phê duyệt hồ sơ nào. Ký xong, quản trị đơn vị đối chiếu rồi xác nhận."
      />
      <p className="acts apart">
        <Button look="small" onClick={() => cancelling.run({ id }, () => router.refresh())}>
          Thôi đăng ký
        </Button>
      </p>
    </div>
  )
}
