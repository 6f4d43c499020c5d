'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Incident = { id: string; what: string; where: string; foundAt: string }
type Props = {
  incidents: readonly Incident[]
  /** What the last night looked at; null for who does not look after the whole province. */
  night: string | null
  close: (input: { incidentId: string; reason: string }) => Promise<Result<unknown>>
}

/** What is stored otherwise than it was signed: nothing of it is sent until it is restored. */
export function ProofPanel({ incidents, night, close }: Props) {
  return (
    <Panel title="Dữ liệu so với bản đã ký">
      {incidents.length === 0 ? (
        <p>Không có hồ sơ nào khác với bản đã ký.</p>
      ) : (
        <Notice look="warn" title={`${incidents.length} chỗ khác với bản đã ký.`}>
          Hồ sơ ở đó tạm ngừng gửi Bộ. Khôi phục dữ liệu, rồi đóng từng sự cố.
        </Notice>
      )}
      {incidents.map((incident) => (
        <OneIncident key={incident.id} incident={incident} close={close} />
      ))}
      {night && <p className="meta">{night}</p>}
    </Panel>
  )
}

function OneIncident({ incident, close }: { incident: Incident; close: Props['close'] }) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(close)
  const { id, what, where, foundAt } = incident
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get(`reason-${id}`) ?? '')
    run({ incidentId: id, reason }, () => router.refresh())
  }
  return (
    <form onSubmit={submit} noValidate aria-label={what}>
      <h3>{what}</h3>
      <p>{`${where}. Phát hiện lúc ${foundAt}.`}</p>
      <div role="alert">{refused && !fields.reason && <Fault id={`fault-${id}`}>{refused.message}</Fault>}</div>
      <TextRow id={`reason-${id}`} label="Nguyên nhân, đã khôi phục thế nào" fault={fields.reason} />
      <p className="acts">
        <Button type="submit" aria-busy={busy}>
          Kiểm lại và đóng sự cố
        </Button>
      </p>
    </form>
  )
}
