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

type ReceiptInput = { handoverId: string; documentNo: string; receivedOn: string; receivedBy: string }
type ReceiptFormProps = {
  handoverId: string
  today: string
  record: (input: ReceiptInput) => Promise<Result<unknown>>
}

const LABELS = { documentNo: 'Số biên bản', receivedOn: 'Ngày giao nhận', receivedBy: 'Bên nhận' }

/** Both sides have signed the minutes of the newest package. */
export function ReceiptForm({ handoverId, today, record }: ReceiptFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(record)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '')
    const receivedOn = readPartialDay(word('receivedOn')) ?? word('receivedOn')
    const input = { handoverId, documentNo: word('documentNo'), receivedOn, receivedBy: word('receivedBy') }
    run(input, () => router.refresh())
  }
  return (
    <Panel title="Ghi biên bản giao nhận" padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <TextRow
          id="documentNo"
          label={LABELS.documentNo}
          must
          hint="Biên bản in từ gói mới nhất, hai bên đã ký"
          fault={fields.documentNo}
        />
        <TextRow
          id="receivedOn"
          label={LABELS.receivedOn}
          must
          width="date"
          inputMode="numeric"
          typed={sayPartialDay(today)}
          fault={fields.receivedOn}
        />
        <TextRow
          id="receivedBy"
          label={LABELS.receivedBy}
          must
          hint="Người nhận và cơ quan, ví dụ bà Lê Thị Hoa, Sở Nội vụ tỉnh An Giang"
          fault={fields.receivedBy}
        />
        <p className="acts form-end">
          <Button type="submit" aria-busy={busy}>
            Ghi biên bản
          </Button>
        </p>
      </form>
    </Panel>
  )
}
