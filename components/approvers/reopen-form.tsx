'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { FormRow } from '@/components/people/form-row'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { Result } from '@/lib/domain/result'

type ReopenInput = {
  unitId: string
  period: string
  documentNo: string
  reason: string
  from: string
  until: string
}

type ReopenFormProps = {
  units: readonly UnitChoice[]
  today: string
  reopen: (input: ReopenInput) => Promise<Result<unknown>>
}

const LABELS = {
  unitId: 'Đơn vị được mở lại',
  period: 'Tháng',
  documentNo: 'Văn bản mở lại',
  reason: 'Lý do',
  from: 'Mở từ ngày',
  until: 'Mở đến hết ngày',
}

/** A past month for one unit, by a document, for some days. */
export function ReopenForm({ units, today, reopen }: ReopenFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(reopen)
  const [times, setTimes] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, day } = readForm(event)
    const input = {
      ...{ unitId: word('unitId'), documentNo: word('documentNo'), reason: word('reason') },
      period: day('period'),
      from: day('openFrom'),
      until: day('openUntil'),
    }
    run(input, () => {
      setTimes(times + 1)
      router.refresh()
    })
  }
  return (
    <form onSubmit={submit} key={times} className="form" noValidate>
      <RefusedForm refused={refused} labels={LABELS} />
      <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId}>
        <UnitSelect id="unitId" name="unitId" units={units} chosen={null} empty="Chọn đơn vị" />
      </FormRow>
      <TextRow id="period" label={LABELS.period} must width="date" hint="Tháng/năm đã qua" fault={fields.period} />
      <TextRow id="documentNo" label={LABELS.documentNo} must hint="Số, ngày văn bản" fault={fields.documentNo} />
      <TextRow id="reason" label={LABELS.reason} must fault={fields.reason} />
      <TextRow
        id="openFrom"
        label={LABELS.from}
        must
        width="date"
        inputMode="numeric"
        typed={sayPartialDay(today)}
        fault={fields.from}
      />
      <TextRow
        id="openUntil"
        label={LABELS.until}
        must
        width="date"
        inputMode="numeric"
        hint="Hết ngày này thì tự đóng"
        fault={fields.until}
      />
      <p className="acts form-end">
        <Button type="submit" aria-busy={busy}>
          Mở lại tháng
        </Button>
      </p>
    </form>
  )
}
