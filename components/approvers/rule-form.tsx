'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { FormRow, rowAria } from '@/components/people/form-row'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { type Choice, SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { ApproverPlace } from '@/lib/domain/approvers/rule'
import type { Result } from '@/lib/domain/result'

type RuleInput = {
  rank: string
  unitTypes: string[]
  categories: string[]
  managed: 'either' | 'yes' | 'no'
  ownRecord: boolean
  place: ApproverPlace
  unitId: string
  basis: string
  from: string
  until: string
}

type RuleFormProps = {
  types: readonly Choice[]
  categories: readonly Choice[]
  places: readonly Choice[]
  units: readonly UnitChoice[]
  today: string
  add: (input: RuleInput) => Promise<Result<unknown>>
}

const LABELS = {
  rank: 'Thứ tự dòng',
  unitTypes: 'Loại đơn vị',
  categories: 'Đối tượng',
  managed: 'Diện Ban Thường vụ Tỉnh ủy quản lý',
  ownRecord: 'Hồ sơ của chính người duyệt',
  place: 'Người duyệt',
  unitId: 'Đơn vị nêu tên',
  basis: 'Căn cứ',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
}

const MANAGED: Choice[] = [
  { value: 'either', label: 'Cả hai' },
  { value: 'yes', label: 'Chỉ người thuộc diện' },
  { value: 'no', label: 'Chỉ người không thuộc diện' },
]

/** A new row of the table. */
export function RuleForm({ types, categories, places, units, today, add }: RuleFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(add)
  const [times, setTimes] = useState(0)
  const [place, setPlace] = useState('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, words, day, has } = readForm(event)
    const input = {
      ...{ rank: word('rank'), basis: word('basis'), unitId: word('unitId') },
      ...{ unitTypes: words('unitTypes'), categories: words('categories') },
      ...{ managed: word('managed') as RuleInput['managed'], place: word('place') as ApproverPlace },
      ownRecord: has('ownRecord'),
      ...{ from: day('from'), until: day('until') },
    }
    run(input, () => {
      setTimes(times + 1)
      setPlace('')
      router.refresh()
    })
  }
  return (
    <Panel title="Thêm dòng" padded={false}>
      <form onSubmit={submit} key={times} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <TextRow
          id="rank"
          label={LABELS.rank}
          must
          width="date"
          inputMode="numeric"
          hint="Dòng số nhỏ được xét trước; dòng đầu tiên khớp thì quyết định"
          fault={fields.rank}
        />
        <Checks id="unitTypes" choices={types} must fault={fields.unitTypes} />
        <Checks
          id="categories"
          choices={categories}
          hint="Không đánh dấu mục nào là mọi đối tượng"
          fault={fields.categories}
        />
        <SelectRow id="managed" label={LABELS.managed} choices={MANAGED} chosen="either" />
        <FormRow id="ownRecord" label={LABELS.ownRecord}>
          <label className="choice">
            <input type="checkbox" id="ownRecord" name="ownRecord" />
            Chỉ xét khi các dòng khác dẫn về chính người có hồ sơ
          </label>
        </FormRow>
        <SelectRow
          id="place"
          label={LABELS.place}
          must
          choices={places}
          empty="Chọn người duyệt"
          onChoice={setPlace}
          fault={fields.place}
        />
        {place === 'namedUnit' && (
          <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId}>
            <UnitSelect id="unitId" name="unitId" units={units} chosen={null} empty="Chọn đơn vị" />
          </FormRow>
        )}
        <TextRow
          id="basis"
          label={LABELS.basis}
          must
          hint="Điều khoản, hoặc số và ngày quyết định"
          fault={fields.basis}
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
        <TextRow
          id="until"
          label={LABELS.until}
          width="date"
          inputMode="numeric"
          hint="Để trống khi chưa biết"
          fault={fields.until}
        />
        <p className="acts form-end">
          <Button type="submit" look="main" aria-busy={busy}>
            Thêm dòng
          </Button>
        </p>
      </form>
    </Panel>
  )
}

type ChecksProps = {
  id: 'unitTypes' | 'categories'
  choices: readonly Choice[]
  must?: boolean
  hint?: string
  fault?: string | undefined
}

function Checks({ id, choices, ...row }: ChecksProps) {
  return (
    <FormRow id={id} label={LABELS[id]} {...row}>
      <fieldset {...rowAria(id, row)} className="choices">
        <legend className="vh">{LABELS[id]}</legend>
        {choices.map(({ value, label }) => (
          <label key={value} className="choice">
            <input type="checkbox" name={id} value={value} />
            {label}
          </label>
        ))}
      </fieldset>
    </FormRow>
  )
}
