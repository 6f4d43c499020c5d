'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { FormRow } from '@/components/people/form-row'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { SelectRow } from '@/components/people/select-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Input = { unitId: string; purpose: string; again: boolean }
type AskUnitFormProps = {
  units: readonly UnitChoice[]
  unitId: string | null
  purposes: readonly { code: string; title: string; basis: string }[]
  ask: (input: Input) => Promise<Result<number>>
}

const LABELS = { unitId: 'Đơn vị', purpose: 'Mục đích' }

/** Asks about everybody of a unit, within the quota of each day. */
export function AskUnitForm({ units, unitId, purposes, ask }: AskUnitFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields, value } = useAct(ask)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word } = readForm(event)
    const input = { unitId: word('unitId'), purpose: word('purpose'), again: word('again') === '1' }
    run(input, () => router.refresh())
  }
  return (
    <Panel title="Đối chiếu cả đơn vị" padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        {value !== null && (
          <Notice look="good" live title={`Đã xếp ${value.toLocaleString('vi')} người vào hàng đối chiếu.`}>
            Cổng hỏi dần trong hạn mức mỗi ngày.
          </Notice>
        )}
        <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId}>
          <UnitSelect
            id="unitId"
            name="unitId"
            units={units}
            chosen={unitId}
            invalid={fields.unitId && 'unitId-fault'}
          />
        </FormRow>
        <SelectRow
          id="purpose"
          label={LABELS.purpose}
          must
          choices={purposes.map(({ code, title, basis }) => ({ value: code, label: `${title} (${basis})` }))}
          fault={fields.purpose}
        />
        <SelectRow
          id="again"
          label="Phạm vi"
          choices={[
            { value: '', label: 'Người chưa có trả lời cho thông tin hiện nay' },
            { value: '1', label: 'Tất cả, hỏi lại từ đầu' },
          ]}
        />
        <p className="acts form-end">
          <Button type="submit" icon="sync" aria-busy={busy}>
            Đối chiếu
          </Button>
        </p>
      </form>
    </Panel>
  )
}
