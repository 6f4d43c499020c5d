'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { certificateLines } from '@/components/people/register-form'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Facts } from '@/components/ui/facts'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import type { Result } from '@/lib/domain/result'
import { OpenEnrolmentButton } from './open-enrolment-button'

export type OwnCertificateFacts = {
  id: string
  subject: string
  issuer: string
  serial: string
  fingerprint: string
  validFrom: Date
  validUntil: Date
  withdrawnAt: Date | null
  withdrawnWhy: string | null
  expiry: { over: boolean; days: number } | null
}

type Props = {
  certificate: OwnCertificateFacts
  mayReplace: boolean
  open: (input: { replacesId: string | null }) => Promise<Result<unknown>>
  giveUp: (input: { certificateId: string; why: 'lost' | 'revoked' }) => Promise<Result<unknown>>
}

const WHY: Record<string, string> = { replaced: 'đã thay', revoked: 'đã thu hồi', lost: 'báo mất' }

/** One of one's own certificates: how it stands, and what can be done about it. */
export function OwnCertificate({ certificate, mayReplace, open, giveUp }: Props) {
  const router = useRouter()
  const giving = useAct(giveUp)
  const [asked, setAsked] = useState(false)
  const { id, withdrawnAt } = certificate
  const give = (why: 'lost' | 'revoked') => giving.run({ certificateId: id, why }, () => router.refresh())
  return (
    <div className="certificate">
      {giving.refused && <ErrorsSummary title={giving.refused.message} />}
      <Facts
        of={[...certificateLines(certificate), ['Tình trạng', <Standing key="standing" certificate={certificate} />]]}
      />
      {!withdrawnAt && !asked && (
        <p className="acts">
          {mayReplace && <OpenEnrolmentButton replacesId={id} words="Thay bằng chứng thư mới" open={open} />}
          <Button look="small" onClick={() => setAsked(true)}>
            Báo mất khóa, thu hồi
          </Button>
        </p>
      )}
      {!withdrawnAt && asked && (
        <>
          <p>Từ lúc này chứng thư không ký được gì ở đây nữa. Những gì đã ký vẫn có giá trị.</p>
          <p className="acts">
            <Button look="back" aria-busy={giving.busy} onClick={() => give('lost')}>
              Báo mất khóa
            </Button>
            <Button look="back" aria-busy={giving.busy} onClick={() => give('revoked')}>
              Báo chứng thư đã thu hồi
            </Button>
            <Button onClick={() => setAsked(false)}>Giữ lại</Button>
          </p>
        </>
      )}
    </div>
  )
}

function Standing({ certificate: { withdrawnAt, withdrawnWhy, expiry } }: { certificate: OwnCertificateFacts }) {
  if (withdrawnAt) {
    return (
      <StateChip state="error">
        {`Không dùng từ ${sayDay(dayOf(withdrawnAt))}${withdrawnWhy ? `, ${WHY[withdrawnWhy] ?? withdrawnWhy}` : ''}`}
      </StateChip>
    )
  }
  if (expiry?.over) return <StateChip state="error">Đã hết hạn</StateChip>
  if (expiry) return <StateChip state="returned">{`Còn ${expiry.days} ngày`}</StateChip>
  return <StateChip state="approved">Dùng để ký được</StateChip>
}
