'use client'

import { useState } from 'react'
import { FormRow, rowAria } from '@/components/people/form-row'
import { SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import type { NewUnit } from '@/lib/domain/organisation/operation'
import type { FieldErrors } from '@/lib/domain/refusal'
import { typesUnder } from '@/lib/domain/unit-tree'

export type UnitChoice = { id: string; name: string; depth: number; typeCode: string }

/** Indented as it stands in the tree. */
export function UnitRow({
  id,
  label,
  units,
  chosen,
  empty,
  hint,
  fault,
  onChoice,
}: {
  id: string
  label: string
  units: readonly UnitChoice[]
  chosen: string | null
  empty?: string
  hint?: string
  fault?: string | undefined
  onChoice?: (unitId: string) => void
}) {
  return (
    <FormRow id={id} label={label} must={empty === undefined} hint={hint} fault={fault}>
      <select
        {...rowAria(id, { hint, fault })}
        className="input"
        name={id}
        defaultValue={chosen ?? ''}
        onChange={onChoice && ((event) => onChoice(event.target.value))}
      >
        <option value="">{empty ?? 'Chọn đơn vị'}</option>
        {units.map(({ id: unitId, name, depth }) => (
          <option key={unitId} value={unitId}>
            {'\u00a0\u00a0'.repeat(depth)}
            {name}
          </option>
        ))}
      </select>
    </FormRow>
  )
}

type NewUnitFieldsProps = {
  /** Before each name: `into.unit.`. */
  prefix: string
  start: NewUnit
  units: readonly UnitChoice[]
  day: string
  fields: FieldErrors
}

/** A unit as a decision founds it; only types that may stand there on that day are offered. */
export function NewUnitFields({ prefix, start, units, day, fields }: NewUnitFieldsProps) {
  const [parent, setParent] = useState(start.parentId)
  const parentType = units.find(({ id }) => id === parent)?.typeCode ?? null
  const fault = (name: string) => fields[`${prefix}${name}`]
  return (
    <>
      <TextRow id={`${prefix}name`} label="Tên đơn vị mới" must typed={start.name} fault={fault('name')} />
      <UnitRow
        id={`${prefix}parentId`}
        label="Đặt dưới"
        units={units}
        chosen={start.parentId}
        empty="Không có cấp trên"
        onChoice={(id) => setParent(id || null)}
        fault={fault('parentId')}
      />
      <TypeRow
        id={`${prefix}typeCode`}
        parentType={parentType}
        day={day}
        chosen={start.typeCode}
        fault={fault('typeCode')}
      />
      <TextRow
        id={`${prefix}code`}
        label="Mã trong tỉnh"
        must
        typed={start.code}
        hint="Chữ thường không dấu, chữ số, gạch nối, ví dụ x-tan-hong"
        fault={fault('code')}
      />
      <TextRow
        id={`${prefix}agencyCode`}
        label="Mã định danh điện tử"
        width="id"
        typed={start.agencyCode ?? ''}
        hint="QĐ 20/2020/QĐ-TTg. Chưa có mã thì chưa gửi Bộ được"
        fault={fault('agencyCode')}
      />
    </>
  )
}

export const TypeRow = ({
  id,
  parentType,
  day,
  chosen,
  fault,
}: {
  id: string
  parentType: string | null
  day: string
  chosen: string
  fault?: string | undefined
}) => (
  <SelectRow
    key={`${parentType}${day}`}
    id={id}
    label="Loại đơn vị"
    must
    choices={typesUnder(parentType, day).map(({ code, label }) => ({ value: code, label }))}
    chosen={chosen}
    empty="Chọn loại đơn vị"
    hint="Chỉ hiện loại được đặt dưới cấp trên đã chọn vào ngày có hiệu lực"
    fault={fault}
  />
)
