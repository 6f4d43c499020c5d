'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import type { Result } from '@/lib/domain/result'
import { type CertificateFacts, certificateLines, RegisterForm } from './register-form'
import { useAct } from './use-act'

type Registered = CertificateFacts & { id: string; registeredAt: Date; withdrawnAt: Date | null }
type File = { userId: string; file: string }

type CertificatesPanelProps = {
  userId: string
  certificates: readonly Registered[]
  mayRegister: boolean
  read: (input: File) => Promise<Result<CertificateFacts & { name: string }>>
  add: (input: File) => Promise<Result<unknown>>
  take: (input: { certificateId: string }) => Promise<Result<unknown>>
}

/** Which certificates may sign in this person's name. */
export function CertificatesPanel({ userId, certificates, mayRegister, read, add, take }: CertificatesPanelProps) {
  return (
    <Panel title="Chứng thư số">
      {certificates.length === 0 && <p>Chưa đăng ký chứng thư nào. Chưa đăng ký thì chưa ký duyệt được.</p>}
      {certificates.map((certificate) => (
        <Certificate key={certificate.id} certificate={certificate} take={mayRegister ? take : null} />
      ))}
      {mayRegister && <RegisterForm userId={userId} read={read} add={add} />}
    </Panel>
  )
}

type CertificateProps = { certificate: Registered; take: CertificatesPanelProps['take'] | null }

function Certificate({ certificate, take }: CertificateProps) {
  const router = useRouter()
  const taking = useAct(take ?? (async () => ({ ok: true as const, value: null })))
  const { id, registeredAt, withdrawnAt } = certificate
  return (
    <div className="certificate">
      {taking.refused && <ErrorsSummary title={taking.refused.message} />}
      <Facts
        of={[
          ...certificateLines(certificate),
          ['Đăng ký ngày', sayDay(dayOf(registeredAt))],
          [
            'Tình trạng',
            withdrawnAt ? (
              <StateChip key="state" state="error">
                Đã thu hồi {sayDay(dayOf(withdrawnAt))}
              </StateChip>
            ) : (
              <StateChip key="state" state="approved">
                Dùng để ký được
              </StateChip>
            ),
          ],
        ]}
      />
      {take && !withdrawnAt && (
        <Button
          look="small"
          aria-busy={taking.busy}
          onClick={() => taking.run({ certificateId: id }, () => router.refresh())}
        >
          Thu hồi đăng ký
        </Button>
      )}
    </div>
  )
}
