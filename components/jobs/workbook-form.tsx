'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { FormRow } from '@/components/people/form-row'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/result'

type WorkbookRequest = {
  kind: 'records.workbook'
  input: { unitId: string; own: boolean; sections: string[]; purpose: string }
}

type WorkbookFormProps = {
  units: readonly UnitChoice[]
  unitId: string | null
  sections: readonly { id: string; title: string }[]
  start: (request: WorkbookRequest) => Promise<Result<string>>
}

const LABELS = { unitId: 'Đơn vị', sections: 'Phần của hồ sơ', purpose: 'Mục đích' }

/** Whose working records go into one workbook, which parts of them, and what for. */
export function WorkbookForm({ units, unitId, sections, start }: WorkbookFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(start)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const input = {
      unitId: String(form.get('unitId') ?? ''),
      own: form.get('own') === '1',
      sections: form.getAll('sections').map(String),
      purpose: String(form.get('purpose') ?? ''),
    }
    run({ kind: 'records.workbook', input }, () => router.push('/jobs'))
  }
  return (
    <form onSubmit={submit} noValidate>
      <RefusedForm refused={refused} labels={LABELS} />
      <section className="panel form" aria-label="Hồ sơ ra Excel">
        <FormRow id="workbook-unit" label={LABELS.unitId} must fault={fields.unitId}>
          <UnitSelect
            id="workbook-unit"
            name="unitId"
            units={units}
            chosen={unitId}
            invalid={fields.unitId && 'workbook-unit-fault'}
          />
        </FormRow>
        <FormRow id="workbook-own" label="Phạm vi">
          <select className="input" id="workbook-own" name="own" defaultValue="">
            <option value="">Cả các đơn vị trực thuộc</option>
            <option value="1">Chỉ đơn vị này</option>
          </select>
        </FormRow>
        <FormRow id="workbook-sections" label={LABELS.sections} must fault={fields.sections}>
          <fieldset className="choices" id="workbook-sections">
            <legend className="vh">{LABELS.sections}</legend>
            {sections.map(({ id, title }) => (
              <label key={id} className="choice">
                <input type="checkbox" name="sections" value={id} defaultChecked />
                {title}
              </label>
            ))}
          </fieldset>
        </FormRow>
        <TextRow
          id="purpose"
          label={LABELS.purpose}
          must
          hint="Người có hồ sơ trong tệp đọc được mục đích này"
          fault={fields.purpose}
        />
      </section>
      <ActionBar says="Tệp ghi bản đang khai, sửa được rồi nhập lại.">
        <Button look="main" icon="down" type="submit" aria-busy={busy}>
          {busy ? 'Đang lập danh sách' : 'Xuất hồ sơ ra Excel'}
        </Button>
      </ActionBar>
    </form>
  )
}
