'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { FormRow, rowAria } from '@/components/people/form-row'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Input = { unitId: string; own: boolean; list: string; description: string; discoveredOn: string }
type IncidentFormProps = {
  units: readonly UnitChoice[]
  unitId: string | null
  /** `27/11/2026`. */
  today: string
  report: (input: Input) => Promise<Result<{ jobId: string }>>
}

const LABELS = {
  description: 'Việc đã xảy ra',
  discoveredOn: 'Phát hiện ngày',
  unitId: 'Đơn vị',
  list: 'Số căn cước bị ảnh hưởng',
}
const LIST_HINT = 'Mỗi dòng một số. Để trống là mọi tài khoản của đơn vị'

/** What leaked, and whose passwords are taken away for it. */
export function IncidentForm({ units, unitId, today, report }: IncidentFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(report)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, day } = readForm(event)
    const input = {
      ...{ unitId: word('unitId'), own: word('own') === '1', list: word('list') },
      ...{ description: word('description'), discoveredOn: day('discoveredOn') },
    }
    run(input, ({ jobId }) => router.push(`/jobs?take=${jobId}`))
  }
  return (
    <Panel title="Ghi sự cố" padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <FormRow id="description" label={LABELS.description} must fault={fields.description}>
          <textarea
            {...rowAria('description', { fault: fields.description })}
            className="input"
            name="description"
            rows={3}
          />
        </FormRow>
        <TextRow
          id="discoveredOn"
          label={LABELS.discoveredOn}
          must
          width="date"
          inputMode="numeric"
          typed={today}
          fault={fields.discoveredOn}
        />
        <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId}>
          <UnitSelect
            id="unitId"
            name="unitId"
            units={units}
            chosen={unitId}
            invalid={fields.unitId && 'unitId-fault'}
          />
        </FormRow>
        <FormRow id="own" label="Phạm vi">
          <select className="input" id="own" name="own" defaultValue="1">
            <option value="1">Chỉ đơn vị này</option>
            <option value="">Cả các đơn vị trực thuộc</option>
          </select>
        </FormRow>
        <FormRow id="list" label={LABELS.list} hint={LIST_HINT} fault={fields.list}>
          <textarea
            {...rowAria('list', { hint: LIST_HINT, fault: fields.list })}
            className="input"
            name="list"
            rows={4}
            autoComplete="off"
          />
        </FormRow>
        <p className="acts form-end">
          <Button type="submit" aria-busy={busy}>
            Ghi sự cố và cấp lại mật khẩu
          </Button>
        </p>
      </form>
    </Panel>
  )
}
