'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { readPartialDay, sayPartialDay } from '@/lib/catalogue/days'
import type { Result } from '@/lib/domain/result'

type ReportInput = { movementId: string; documentNo: string; sentOn: string }
type ReportFormProps = {
  movementId: string
  today: string
  report: (input: ReportInput) => Promise<Result<unknown>>
}

const LABELS = { documentNo: 'Số văn bản báo cáo', sentOn: 'Ngày gửi' }

/** The unit says that Sở Nội vụ has been told, by which letter. */
export function ReportForm({ movementId, today, report }: ReportFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(report)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typed = String(form.get('sentOn') ?? '')
    const documentNo = String(form.get('documentNo') ?? '')
    run({ movementId, documentNo, sentOn: readPartialDay(typed) ?? typed }, () => router.refresh())
  }
  return (
    <Panel title="Ghi đã báo cáo Sở Nội vụ" padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <TextRow
          id="documentNo"
          label={LABELS.documentNo}
          must
          hint="Gửi kèm quyết định (Quy chế, Điều 22 khoản 5)"
          fault={fields.documentNo}
        />
        <TextRow
          id="sentOn"
          label={LABELS.sentOn}
          must
          width="date"
          inputMode="numeric"
          typed={sayPartialDay(today)}
          fault={fields.sentOn}
        />
        <p className="acts form-end">
          <Button type="submit" look="main" aria-busy={busy}>
            Ghi đã báo cáo
          </Button>
        </p>
      </form>
    </Panel>
  )
}
