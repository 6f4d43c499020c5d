'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { FormRow, rowAria } from '@/components/people/form-row'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { sayPartialDay } from '@/lib/catalogue/days'
import { MANDATE_KINDS, MANDATE_WORDS, type MandateKind } from '@/lib/domain/mandates/mandate'
import type { Result } from '@/lib/domain/result'

type MandateInput = {
  unitId: string
  mandatary: string
  kind: MandateKind
  documentNo: string
  from: string
  until: string | null
  monthly: boolean
  adHoc: boolean
}

type MandateFormProps = {
  units: readonly UnitChoice[]
  today: string
  give: (input: MandateInput) => Promise<Result<unknown>>
}

const LABELS = {
  unitId: 'Đơn vị',
  mandatary: 'Người được giao ký',
  kind: 'Hình thức',
  documentNo: 'Văn bản giao ký',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  scope: 'Loại đợt ký',
}

/** Who may sign in the head's place: nothing is chosen beforehand but the day. */
export function MandateForm({ units, today, give }: MandateFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(give)
  const [times, setTimes] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, words, day } = readForm(event)
    const scope = words('scope')
    const input = {
      ...{ unitId: word('unitId'), mandatary: word('mandatary'), kind: word('kind') as MandateKind },
      ...{ documentNo: word('documentNo'), from: day('from'), until: day('until') || null },
      ...{ monthly: scope.includes('monthly'), adHoc: scope.includes('adHoc') },
    }
    run(input, () => {
      setTimes(times + 1)
      router.refresh()
    })
  }
  return (
    <Panel title="Giao ký" padded={false}>
      <form onSubmit={submit} key={times} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId}>
          <UnitSelect
            id="unitId"
            name="unitId"
            units={units}
            chosen={units.length === 1 ? (units[0]?.id ?? null) : null}
            empty="Chọn đơn vị"
            invalid={fields.unitId && 'unitId-fault'}
          />
        </FormRow>
        <TextRow
          id="mandatary"
          label={LABELS.mandatary}
          must
          width="id"
          hint="Tên đăng nhập hoặc số căn cước"
          fault={fields.mandatary}
        />
        <SelectRow
          id="kind"
          label={LABELS.kind}
          must
          empty="Chọn hình thức"
          hint="Thừa ủy quyền phải có thời hạn và không giao lại cho người khác"
          choices={MANDATE_KINDS.map((value) => ({ value, label: MANDATE_WORDS[value] }))}
          fault={fields.kind}
        />
        <TextRow id="documentNo" label={LABELS.documentNo} must hint="Số, ngày văn bản" fault={fields.documentNo} />
        <TextRow
          id="from"
          label={LABELS.from}
          must
          width="date"
          inputMode="numeric"
          typed={sayPartialDay(today)}
          fault={fields.from}
        />
        <TextRow id="until" label={LABELS.until} width="date" inputMode="numeric" fault={fields.until} />
        <FormRow id="scope" label={LABELS.scope} must fault={fields.scope}>
          <fieldset {...rowAria('scope', { fault: fields.scope })} className="choices">
            <legend className="vh">{LABELS.scope}</legend>
            <label className="choice">
              <input type="checkbox" name="scope" value="monthly" />
              Đợt hằng tháng
            </label>
            <label className="choice">
              <input type="checkbox" name="scope" value="adHoc" />
              Đợt ngoài kỳ
            </label>
          </fieldset>
        </FormRow>
        <p className="acts form-end">
          <Button type="submit" look="main" aria-busy={busy}>
            Giao ký
          </Button>
        </p>
      </form>
    </Panel>
  )
}
