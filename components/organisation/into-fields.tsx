'use client'

import { useState } from 'react'
import type { Into, NewUnit } from '@/lib/domain/organisation/operation'
import type { FieldErrors } from '@/lib/domain/refusal'
import { NewUnitFields, type UnitChoice, UnitRow } from './unit-fields'

type IntoFieldsProps = {
  /** `into` or `shares.0.into`. */
  prefix: string
  legend: string
  start: Into
  empty: NewUnit
  units: readonly UnitChoice[]
  day: string
  fields: FieldErrors
}

/** Where people go: a unit that is there, or one founded for it. */
export function IntoFields({ prefix, legend, start, empty, units, day, fields }: IntoFieldsProps) {
  const [isNew, setNew] = useState('unit' in start)
  const radio = (value: boolean, words: string) => (
    <label className="choice">
      <input
        type="radio"
        name={`${prefix}.is`}
        value={value ? 'new' : 'old'}
        checked={isNew === value}
        onChange={() => setNew(value)}
      />
      {words}
    </label>
  )
  return (
    <fieldset className="into">
      <legend>{legend}</legend>
      <p className="choices">
        {radio(true, 'Đơn vị mới')}
        {radio(false, 'Đơn vị đang có')}
      </p>
      {isNew ? (
        <NewUnitFields
          prefix={`${prefix}.unit.`}
          start={'unit' in start ? start.unit : empty}
          units={units}
          day={day}
          fields={fields}
        />
      ) : (
        <UnitRow
          id={`${prefix}.unitId`}
          label="Đơn vị nhận"
          units={units}
          chosen={'unitId' in start ? start.unitId : null}
          fault={fields[`${prefix}.unitId`]}
        />
      )}
    </fieldset>
  )
}
