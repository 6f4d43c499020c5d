'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { FormRow } from '@/components/people/form-row'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/result'

type ArchiveRequest = { kind: 'cv.archive'; input: { unitId: string; own: boolean; on: string } }

type ArchiveFormProps = {
  units: readonly UnitChoice[]
  unitId: string | null
  own: boolean
  /** `26/11/2026`. */
  today: string
  start: (request: ArchiveRequest) => Promise<Result<string>>
}

const LABELS = { unitId: 'Đơn vị', on: 'Như đã duyệt đến ngày' }

/** Which unit's records are packed, and as of when. */
export function ArchiveForm({ units, unitId, own, today, start }: ArchiveFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(start)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, day } = readForm(event)
    const input = { unitId: word('unitId'), own: word('own') === '1', on: day('on') }
    run({ kind: 'cv.archive', input }, () => router.push('/jobs'))
  }
  return (
    <form onSubmit={submit} noValidate>
      <RefusedForm refused={refused} labels={LABELS} />
      <section className="panel form" aria-label="Tải sơ yếu lý lịch">
        <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId}>
          <UnitSelect
            id="unitId"
            name="unitId"
            units={units}
            chosen={unitId}
            invalid={fields.unitId && 'unitId-fault'}
          />
        </FormRow>
        <FormRow id="own" label="Phạm vi">
          <select className="input" id="own" name="own" defaultValue={own ? '1' : ''}>
            <option value="">Cả các đơn vị trực thuộc</option>
            <option value="1">Chỉ đơn vị này</option>
          </select>
        </FormRow>
        <TextRow
          id="on"
          label={LABELS.on}
          must
          width="date"
          typed={today}
          inputMode="numeric"
          hint="Người chưa có bản nào được duyệt đến ngày này được kể tên trong một tệp riêng"
          fault={fields.on}
        />
      </section>
      <ActionBar says="Mỗi người có hồ sơ trong tệp sẽ thấy Anh/Chị đã tải hồ sơ của họ.">
        <Button look="main" icon="down" type="submit" aria-busy={busy}>
          {busy ? 'Đang lập danh sách' : 'Đóng gói sơ yếu lý lịch'}
        </Button>
      </ActionBar>
    </form>
  )
}
