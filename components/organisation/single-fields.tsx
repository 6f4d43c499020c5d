'use client'

import { useState } from 'react'
import { TextRow } from '@/components/people/text-row'
import type { Operation } from '@/lib/domain/organisation/operation'
import type { FieldErrors } from '@/lib/domain/refusal'
import { TypeRow, type UnitChoice, UnitRow } from './unit-fields'

type Of<Kind extends Operation['kind']> = {
  start: Extract<Operation, { kind: Kind }>
  units: readonly UnitChoice[]
  day: string
  fields: FieldErrors
}

/** Name and codes of one unit. */
export function RenameFields({ start, fields }: Of<'rename'>) {
  return (
    <>
      <TextRow id="name" label="Tên đơn vị" must typed={start.name} fault={fields.name} />
      <TextRow
        id="agencyCode"
        label="Mã định danh điện tử"
        width="id"
        typed={start.agencyCode ?? ''}
        hint="QĐ 20/2020/QĐ-TTg: mã cấp trên thêm một nhóm, ví dụ H20.09.01"
        fault={fields.agencyCode}
      />
      <TextRow
        id="legacyCode"
        label="Mã định danh cũ"
        width="id"
        typed={start.legacyCode ?? ''}
        hint="QCVN 102:2016, ví dụ 000.12.05.H20"
        fault={fields.legacyCode}
      />
      <TextRow
        id="nationalCode"
        label="Mã đơn vị của Bộ"
        width="id"
        typed={start.nationalCode ?? ''}
        hint="Như trong danh sách đơn vị của CSDL quốc gia"
        fault={fields.nationalCode}
      />
    </>
  )
}

/** Under whom the unit stands from that day. */
export function MoveFields({ start, units, day, fields }: Of<'move'>) {
  const [parent, setParent] = useState(start.parentId)
  return (
    <>
      <UnitRow
        id="parentId"
        label="Đơn vị cấp trên mới"
        units={units.filter(({ id }) => id !== start.unitId)}
        chosen={start.parentId}
        empty="Không có cấp trên"
        onChoice={(id) => setParent(id || null)}
        fault={fields.parentId}
      />
      <TypeRow
        id="typeCode"
        parentType={units.find(({ id }) => id === parent)?.typeCode ?? null}
        day={day}
        chosen={start.typeCode}
        fault={fields.typeCode}
      />
      <TextRow
        id="agencyCode"
        label="Mã định danh điện tử"
        width="id"
        typed={start.agencyCode ?? ''}
        hint="Đổi theo cấp trên mới khi có mã mới"
        fault={fields.agencyCode}
      />
    </>
  )
}

/** The unit ends; its people, if it has any, go to one unit. To several: chia, tách. */
export function CloseFields({ start, units, fields }: Of<'close'>) {
  return (
    <UnitRow
      id="peopleTo"
      label="Người còn lại chuyển về"
      units={units.filter(({ id }) => id !== start.unitId)}
      chosen={start.peopleTo}
      empty="Đơn vị không còn người"
      hint="Chuyển về nhiều nơi thì dùng “Chia, tách”"
      fault={fields.peopleTo}
    />
  )
}
