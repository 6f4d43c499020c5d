'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { FormRow, rowAria } from '@/components/people/form-row'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import type { Choice } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { SectionId } from '@/lib/catalogue'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { Result } from '@/lib/domain/result'

type AgreementInput = {
  holder: string
  unitId: string
  sections: SectionId[]
  documentNo: string
  purpose: string
  from: string
  until: string
}

type AgreementFormProps = {
  units: readonly UnitChoice[]
  sections: readonly Choice[]
  today: string
  give: (input: AgreementInput) => Promise<Result<unknown>>
}

const LABELS = {
  holder: 'Người được xem',
  unitId: 'Hồ sơ của đơn vị',
  sections: 'Các mục được xem',
  documentNo: 'Văn bản đồng ý',
  purpose: 'Mục đích',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
}

/** A new agreement: nothing is ticked beforehand, and an end is always named. */
export function AgreementForm({ units, sections, today, give }: AgreementFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(give)
  const [times, setTimes] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, words, day } = readForm(event)
    const input = {
      holder: word('holder'),
      unitId: word('unitId'),
      sections: words('sections') as SectionId[],
      documentNo: word('documentNo'),
      purpose: word('purpose'),
      from: day('from'),
      until: day('until'),
    }
    run(input, () => {
      setTimes(times + 1)
      router.refresh()
    })
  }
  return (
    <Panel title="Ghi văn bản đồng ý" padded={false}>
      <form onSubmit={submit} key={times} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <TextRow
          id="holder"
          label={LABELS.holder}
          must
          width="id"
          hint="Tên đăng nhập hoặc số căn cước, như văn bản ghi"
          fault={fields.holder}
        />
        <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId} hint="Gồm cả các đơn vị trực thuộc">
          <UnitSelect id="unitId" name="unitId" units={units} chosen={null} empty="Chọn đơn vị" />
        </FormRow>
        <FormRow id="sections" label={LABELS.sections} must fault={fields.sections} hint="Giá trị nhạy cảm vẫn che">
          <fieldset {...rowAria('sections', { fault: fields.sections })} className="choices">
            <legend className="vh">{LABELS.sections}</legend>
            {sections.map(({ value, label }) => (
              <label key={value} className="choice">
                <input type="checkbox" name="sections" value={value} />
                {label}
              </label>
            ))}
          </fieldset>
        </FormRow>
        <TextRow id="documentNo" label={LABELS.documentNo} must hint="Số, ngày, cơ quan ký" fault={fields.documentNo} />
        <TextRow
          id="purpose"
          label={LABELS.purpose}
          must
          hint="Người có hồ sơ thấy mục đích này"
          fault={fields.purpose}
        />
        <TextRow
          id="from"
          label={LABELS.from}
          must
          width="date"
          inputMode="numeric"
          typed={sayPartialDay(today)}
          fault={fields.from}
        />
        <TextRow id="until" label={LABELS.until} must width="date" inputMode="numeric" fault={fields.until} />
        <p className="acts form-end">
          <Button type="submit" look="main" aria-busy={busy}>
            Ghi văn bản đồng ý
          </Button>
        </p>
      </form>
    </Panel>
  )
}
