'use client'

import { useRouter } from 'next/navigation'
import { certificateLines } from '@/components/people/register-form'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Facts } from '@/components/ui/facts'
import { WordsForm } from '@/components/views/words-form'
import { sayInstant } from '@/lib/domain/calendar'
import type { Result } from '@/lib/domain/result'

export type WaitingFacts = {
  id: string
  subject: string | null
  issuer: string | null
  serial: string | null
  fingerprint: string | null
  validFrom: Date | null
  validUntil: Date | null
  signedAt: Date | null
  remarks: string[]
  replacesId: string | null
  unit: { name: string }
  user: { person: { id: string; fullName: string; citizenId: string } }
}

type Props = {
  enrolment: WaitingFacts
  confirm: (input: { enrolmentId: string }) => Promise<Result<unknown>>
  refuse: (input: { enrolmentId: string; reason: string }) => Promise<Result<unknown>>
}

/** A sheet somebody signed: compared with the provider's paper, then confirmed, or refused with a reason. */
export function WaitingEnrolment({ enrolment, confirm, refuse }: Props) {
  const router = useRouter()
  const confirming = useAct(confirm)
  const { id, user, unit, signedAt, remarks, replacesId } = enrolment
  const { fullName, citizenId } = user.person
  return (
    <li className="certificate">
      {confirming.refused && <ErrorsSummary title={confirming.refused.message} />}
      <p>
        <b>{fullName}</b>, {unit.name}. Số căn cước {citizenId}. {signedAt && `Ký phiếu lúc ${sayInstant(signedAt)}.`}{' '}
        {replacesId && 'Thay chứng thư đang dùng.'}
      </p>
      {remarks.length > 0 && (
        <ul className="meta">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <Facts of={certificateLines(factsOf(enrolment))} />
      <p className="acts">
        <Button
          aria-busy={confirming.busy}
          onClick={() => confirming.run({ enrolmentId: id }, () => router.refresh())}
        >{`Xác nhận cho ${fullName}`}</Button>
      </p>
      <WordsForm
        id={id}
        idName="enrolmentId"
        name="reason"
        open="Không xác nhận"
        about={fullName}
        label="Vì sao không xác nhận"
        send="Không xác nhận"
        act={refuse}
      />
    </li>
  )
}

/** Everything of a signed sheet is there; what was never signed does not come here. */
const factsOf = ({ subject, issuer, serial, fingerprint, validFrom, validUntil }: WaitingFacts) => ({
  subject: subject ?? '',
  issuer: issuer ?? '',
  serial: serial ?? '',
  fingerprint: fingerprint ?? '',
  validFrom: validFrom ?? new Date(0),
  validUntil: validUntil ?? new Date(0),
})
