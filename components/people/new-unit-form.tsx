'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/result'
import { FormRow, rowAria } from './form-row'
import { readForm } from './read-form'
import { RefusedForm } from './refused-form'
import { type Choice, SelectRow } from './select-row'
import { TextRow } from './text-row'
import type { UnitChoice } from './unit-select'
import { useAct } from './use-act'

type Input = {
  code: string
  name: string
  typeCode: string
  parentId: string | null
  agencyCode: string | null
  validFrom: string
  basis: string
}

type NewUnitFormProps = {
  /** Units that may have others below them, with their type. */
  parents: readonly (UnitChoice & { typeCode: string })[]
  parentId: string | null
  /** Types that may stand under each type; those under nobody by the empty word. */
  typesUnder: Readonly<Record<string, readonly Choice[]>>
  create: (input: Input) => Promise<Result<{ unitId: string }>>
}

const LABELS = {
  parentId: 'Đơn vị cấp trên',
  typeCode: 'Loại đơn vị',
  name: 'Tên đơn vị',
  code: 'Mã trong tỉnh',
  agencyCode: 'Mã định danh điện tử',
  validFrom: 'Thành lập từ ngày',
  basis: 'Quyết định thành lập',
}

/** A new unit under a parent; only types the Quy chế allows there are offered. */
export function NewUnitForm({ parents, parentId, typesUnder, create }: NewUnitFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(create)
  const [parent, setParent] = useState(parentId ?? '')
  const parentType = parents.find(({ id }) => id === parent)?.typeCode ?? ''
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, day } = readForm(event)
    const input = {
      code: word('code'),
      name: word('name'),
      typeCode: word('typeCode'),
      parentId: word('parentId') || null,
      agencyCode: word('agencyCode') || null,
      validFrom: day('validFrom'),
      basis: word('basis'),
    }
    run(input, ({ unitId }) => router.push(`/administration/units/${unitId}`))
  }
  return (
    <form onSubmit={submit} noValidate>
      <RefusedForm refused={refused} labels={LABELS} />
      <section className="panel form" aria-label="Đơn vị mới">
        <FormRow id="parentId" label={LABELS.parentId} fault={fields.parentId}>
          <select
            {...rowAria('parentId', { fault: fields.parentId })}
            className="input"
            name="parentId"
            defaultValue={parentId ?? ''}
            onChange={(event) => setParent(event.target.value)}
          >
            <option value="">Không có</option>
            {parents.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {'\u00a0\u00a0'.repeat(depth)}
                {name}
              </option>
            ))}
          </select>
        </FormRow>
        <SelectRow
          key={parentType}
          id="typeCode"
          label={LABELS.typeCode}
          must
          choices={typesUnder[parentType] ?? []}
          empty="Chọn loại đơn vị"
          hint="Chỉ hiện loại được đặt dưới đơn vị cấp trên đã chọn (Quy chế, Điều 2)"
          fault={fields.typeCode}
        />
        <TextRow id="name" label={LABELS.name} must hint="Như trong quyết định thành lập" fault={fields.name} />
        <TextRow
          id="code"
          label={LABELS.code}
          must
          hint="Chữ thường không dấu, chữ số, gạch nối, ví dụ thpt-sa-dec"
          fault={fields.code}
        />
        <TextRow
          id="agencyCode"
          label={LABELS.agencyCode}
          width="id"
          hint="QĐ 20/2020/QĐ-TTg, ví dụ H20.09.01. Chưa có mã thì chưa gửi Bộ được"
          fault={fields.agencyCode}
        />
        <TextRow
          id="validFrom"
          label={LABELS.validFrom}
          must
          width="date"
          inputMode="numeric"
          hint="Ngày/tháng/năm"
          fault={fields.validFrom}
        />
        <TextRow id="basis" label={LABELS.basis} must hint="Số, ngày quyết định" fault={fields.basis} />
      </section>
      <ActionBar says="Lập xong thì thêm quản trị cho đơn vị.">
        <Button look="main" type="submit" aria-busy={busy}>
          Lập đơn vị
        </Button>
      </ActionBar>
    </form>
  )
}
