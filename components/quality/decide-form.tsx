'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Verdict = 'different' | 'same'
type Input =
  | { caseId: string; verdict: 'different'; reason: string }
  | { caseId: string; verdict: 'same'; reason: string; keptId: string }

type DecideFormProps = {
  caseId: string
  /** What holds now; null while nothing was decided. */
  standing: Verdict | null
  sides: readonly { personId: string; words: string }[]
  decide: (input: Input) => Promise<Result<unknown>>
}

/** Two people or one, with the reason; of one person, which record stays. */
export function DecideForm({ caseId, standing, sides, decide }: DecideFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(decide)
  const [verdict, setVerdict] = useState<Verdict | null>(standing === 'same' ? 'different' : null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reason = String(form.get('reason') ?? '')
    const common = { caseId, reason }
    const input: Input =
      verdict === 'same'
        ? { ...common, verdict, keptId: String(form.get('kept') ?? '') }
        : { ...common, verdict: 'different' }
    run(input, () => router.refresh())
  }
  return (
    <Panel title={standing === null ? 'Kết luận' : 'Kết luận lại'} className="mt-4">
      <form onSubmit={submit} noValidate className="decide">
        <fieldset>
          <legend className="vh">Kết luận</legend>
          {standing !== 'different' && (
            <label className="choice">
              <input
                type="radio"
                name="verdict"
                checked={verdict === 'different'}
                onChange={() => setVerdict('different')}
              />
              {standing === 'same'
                ? 'Hai người khác nhau: mở lại hồ sơ, tài khoản và vị trí đã đóng'
                : 'Hai người khác nhau: giữ cả hai, không hỏi lại cặp này'}
            </label>
          )}
          {standing !== 'same' && (
            <label className="choice">
              <input type="radio" name="verdict" checked={verdict === 'same'} onChange={() => setVerdict('same')} />
              Cùng một người: giữ một hồ sơ, đóng hồ sơ kia
            </label>
          )}
        </fieldset>
        {verdict === 'same' && (
          <fieldset>
            <legend>Hồ sơ giữ lại, là hồ sơ có số căn cước đúng</legend>
            {sides.map(({ personId, words }) => (
              <label key={personId} className="choice">
                <input type="radio" name="kept" value={personId} />
                {words}
              </label>
            ))}
            {fields.keptId && <Fault id="kept-fault">{fields.keptId}</Fault>}
            <p className="soft">
              Hồ sơ kia: khóa tài khoản, kết thúc vị trí công tác, không gửi Bộ. Không xóa gì; kết luận lại thì mở ra
              như cũ.
            </p>
          </fieldset>
        )}
        {verdict !== null && (
          <>
            <label htmlFor="reason">Căn cứ</label>
            <textarea
              className="input"
              id="reason"
              name="reason"
              rows={2}
              aria-invalid={fields.reason !== undefined || undefined}
              aria-describedby={fields.reason ? 'reason-fault' : undefined}
            />
            {fields.reason && <Fault id="reason-fault">{fields.reason}</Fault>}
          </>
        )}
        {refused && !fields.reason && !fields.keptId && <Fault id="decide-fault">{refused.message}</Fault>}
        {verdict !== null && (
          <span className="acts">
            <Button look="main" type="submit" aria-busy={busy}>
              {busy ? 'Đang ghi' : verdict === 'same' ? 'Kết luận cùng một người' : 'Kết luận hai người khác nhau'}
            </Button>
          </span>
        )}
      </form>
    </Panel>
  )
}
