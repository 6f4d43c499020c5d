'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { FormRow } from '@/components/people/form-row'
import { RefusedForm } from '@/components/people/refused-form'
import { type Choice, SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { readPartialDay } from '@/lib/catalogue/days'
import type { Result } from '@/lib/domain/result'
import { ColumnTable, type ListSheet, type SheetForm } from './column-table'

export type MapInput = {
  importId: string
  keys: string[][]
  repairs: never[]
  personCategory: string
  employmentStatus: string
  from: string
  takeFile: boolean
}

type MappingFormProps = {
  importId: string
  sheets: readonly ListSheet[]
  forms: readonly SheetForm[]
  options: {
    repairs: readonly string[]
    personCategory: string
    employmentStatus: string
    takeFile: boolean
    from: string
  }
  repairs: readonly { value: string; label: string; found: number }[]
  categories: readonly Choice[]
  statuses: readonly Choice[]
  tried: boolean
  tryList: (input: MapInput) => Promise<Result<string>>
}

const LABELS = { from: 'Vào đơn vị từ ngày' }

/** What the columns of a list are, how spoiled values are read, and what new people share. */
export function MappingForm({
  importId,
  sheets,
  forms,
  options,
  repairs,
  categories,
  statuses,
  tried,
  tryList,
}: MappingFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(tryList)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '')
    const input = {
      importId,
      keys: sheets.map(({ headers }, at) => headers.map((_, column) => word(`key-${at}-${column}`))),
      repairs: form.getAll('repairs').map(String) as never[],
      ...{ personCategory: word('personCategory'), employmentStatus: word('employmentStatus') },
      from: readPartialDay(word('from')) ?? '',
      takeFile: form.get('takeFile') === 'on',
    }
    run(input, () => router.refresh())
  }
  return (
    <form onSubmit={submit} noValidate>
      <RefusedForm refused={refused} labels={LABELS} />
      {sheets.map((sheet, at) => (
        <ColumnTable
          // biome-ignore lint/suspicious/noArrayIndexKey: sheets never move
          key={at}
          at={at}
          sheet={sheet}
          columns={forms.find(({ table }) => table === sheet.table)?.columns ?? []}
        />
      ))}
      <Panel title="Cách đọc" padded={false}>
        <div className="form">
          <FormRow id="repairs" label="Giá trị bị hỏng">
            <fieldset className="choices">
              <legend className="vh">Giá trị bị hỏng</legend>
              {repairs.map(({ value, label, found }) => (
                <label key={value} className="choice">
                  <input
                    type="checkbox"
                    name="repairs"
                    value={value}
                    defaultChecked={options.repairs.includes(value)}
                  />
                  {label}
                  {found > 0 && <b> ({found.toLocaleString('vi')} ô)</b>}
                </label>
              ))}
            </fieldset>
          </FormRow>
          <FormRow id="takeFile" label="Tệp và hồ sơ khác nhau">
            <label className="choice">
              <input type="checkbox" id="takeFile" name="takeFile" defaultChecked={options.takeFile} />
              Lấy giá trị trong tệp cho mọi ô
            </label>
          </FormRow>
          <SelectRow
            id="personCategory"
            label="Đối tượng của người mới"
            hint="Khi dòng không ghi"
            choices={categories}
            chosen={options.personCategory}
            empty="Theo từng dòng"
          />
          <SelectRow
            id="employmentStatus"
            label="Trạng thái của người mới"
            hint="Khi dòng không ghi"
            choices={statuses}
            chosen={options.employmentStatus}
            empty="Theo từng dòng"
          />
          <TextRow
            id="from"
            label={LABELS.from}
            must
            width="date"
            inputMode="numeric"
            typed={options.from}
            hint="Của người mới khi dòng không ghi"
            fault={fields.from}
          />
        </div>
      </Panel>
      <ActionBar says="Đọc thử không ghi gì vào hồ sơ. Cách ghép cột được nhớ cho lần sau.">
        <Button look={tried ? 'plain' : 'main'} type="submit" aria-busy={busy}>
          {tried ? 'Đọc thử lại' : 'Đọc thử'}
        </Button>
      </ActionBar>
    </form>
  )
}
