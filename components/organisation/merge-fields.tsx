'use client'

import { useState } from 'react'
import { FormRow, rowAria } from '@/components/people/form-row'
import { Button } from '@/components/ui/button'
import type { Operation } from '@/lib/domain/organisation/operation'
import type { FieldErrors } from '@/lib/domain/refusal'
import { IntoFields } from './into-fields'
import { NO_UNIT } from './no-unit'
import type { UnitChoice } from './unit-fields'

type MergeFieldsProps = {
  start: Extract<Operation, { kind: 'merge' }>
  units: readonly UnitChoice[]
  day: string
  fields: FieldErrors
  changed: () => void
}

/** Which units end, one line each, and where all of theirs goes. */
export function MergeFields({ start, units, day, fields, changed }: MergeFieldsProps) {
  const [chosen, setChosen] = useState(start.unitIds)
  const name = (id: string) => units.find((unit) => unit.id === id)?.name ?? id
  const set = (ids: string[]) => {
    setChosen(ids)
    changed()
  }
  return (
    <>
      <FormRow
        id="add-unit"
        label="Đơn vị kết thúc"
        must
        hint="Chọn từng đơn vị; người và đơn vị trực thuộc đi theo"
        fault={fields.unitIds}
      >
        <ul className="chosen">
          {chosen.map((id) => (
            <li key={id}>
              <input type="hidden" name="unitIds" value={id} />
              {name(id)}{' '}
              <Button
                look="small"
                aria-label={`Bỏ ${name(id)}`}
                onClick={() => set(chosen.filter((other) => other !== id))}
              >
                Bỏ
              </Button>
            </li>
          ))}
        </ul>
        <select
          {...rowAria('add-unit', { fault: fields.unitIds, hint: 'add-unit-hint' })}
          className="input"
          value=""
          onChange={(event) => event.target.value && set([...chosen, event.target.value])}
        >
          <option value="">Thêm đơn vị</option>
          {units
            .filter(({ id }) => !chosen.includes(id))
            .map(({ id, name: words, depth }) => (
              <option key={id} value={id}>
                {'\u00a0\u00a0'.repeat(depth)}
                {words}
              </option>
            ))}
        </select>
      </FormRow>
      <IntoFields
        prefix="into"
        legend="Nhập vào"
        start={start.into}
        empty={NO_UNIT}
        units={units.filter(({ id }) => !chosen.includes(id))}
        day={day}
        fields={fields}
      />
    </>
  )
}
