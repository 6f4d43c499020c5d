'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { Role } from '@/lib/domain/policy'
import type { Result } from '@/lib/domain/result'
import { FormRow } from './form-row'
import { readForm } from './read-form'
import { RefusedForm } from './refused-form'
import { type Choice, SelectRow } from './select-row'
import { TextRow } from './text-row'
import { type UnitChoice, UnitSelect } from './unit-select'
import { useAct } from './use-act'

type GrantInput = {
  userId: string
  role: Role
  unitId: string
  from: string
  until: string | null
  reason: string
}

type GrantFormProps = {
  userId: string
  roles: readonly Choice[]
  units: readonly UnitChoice[]
  unitId: string
  today: string
  give: (input: GrantInput) => Promise<Result<unknown>>
}

const LABELS = {
  role: 'Vai trò',
  unitId: 'Tại đơn vị',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  reason: 'Căn cứ',
}

/** A role over a unit and everything below it. */
export function GrantForm({ userId, roles, units, unitId, today, give }: GrantFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(give)
  const [times, setTimes] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, day } = readForm(event)
    const input = {
      userId,
      role: word('role') as Role,
      unitId: word('unitId'),
      from: day('from'),
      until: day('until') || null,
      reason: word('reason'),
    }
    run(input, () => {
      setTimes(times + 1)
      router.refresh()
    })
  }
  return (
    <Panel title="Giao thêm vai trò" padded={false}>
      <form onSubmit={submit} key={times} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <SelectRow id="role" label={LABELS.role} must choices={roles} empty="Chọn vai trò" fault={fields.role} />
        <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId} hint="Gồm cả các đơn vị trực thuộc">
          <UnitSelect
            id="unitId"
            name="unitId"
            units={units}
            chosen={unitId}
            invalid={fields.unitId && 'unitId-fault'}
          />
        </FormRow>
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
          hint="Để trống nếu chưa biết ngày hết"
          fault={fields.until}
        />
        <TextRow
          id="reason"
          label={LABELS.reason}
          must
          hint="Số quyết định, công văn phân công"
          fault={fields.reason}
        />
        <p className="acts form-end">
          <Button type="submit" aria-busy={busy}>
            Giao vai trò
          </Button>
        </p>
      </form>
    </Panel>
  )
}
