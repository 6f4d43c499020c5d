'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { RefusedForm } from '@/components/people/refused-form'
import { type Choice, SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'
import type { ViewPurpose } from '@/lib/domain/view-purposes'

type PurposeInput = { recordId: string; purpose: ViewPurpose; matter: string; sensitive: boolean }

type PurposeFormProps = {
  recordId: string
  sensitive: boolean
  purposes: readonly Choice[]
  /** Where the reader was going. */
  next: string
  say: (input: PurposeInput) => Promise<Result<unknown>>
}

const LABELS = { purpose: 'Mục đích', matter: 'Việc cụ thể' }

/** What a reader off duty looks for. The person the record is about reads these words. */
export function PurposeForm({ recordId, sensitive, purposes, next, say }: PurposeFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(say)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '')
    const input = { recordId, purpose: word('purpose') as ViewPurpose, matter: word('matter'), sensitive }
    run(input, () => router.replace(next))
  }
  return (
    <Panel title="Anh/Chị xem để làm gì?" padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <p className="panel-body soft">
          {sensitive
            ? 'Giá trị nhạy cảm mở đến hết hôm nay. Lượt mở được ghi lại; người có hồ sơ thấy ai mở, lúc nào, để làm gì.'
            : 'Ghi một lần cho hồ sơ này trong hôm nay. Người có hồ sơ thấy ai xem, lúc nào, để làm gì, và được hỏi lại.'}
        </p>
        <RefusedForm refused={refused} labels={LABELS} />
        <SelectRow
          id="purpose"
          label={LABELS.purpose}
          must
          choices={purposes}
          empty="Chọn mục đích"
          fault={fields.purpose}
        />
        <TextRow
          id="matter"
          label={LABELS.matter}
          must
          hint="Số công văn, kế hoạch, hoặc việc đang xử lý"
          fault={fields.matter}
        />
        <p className="acts form-end">
          <Button look="main" type="submit" aria-busy={busy}>
            {sensitive ? 'Ghi và mở giá trị' : 'Ghi và mở hồ sơ'}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
