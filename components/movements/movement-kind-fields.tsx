import { FormRow, rowAria } from '@/components/people/form-row'
import { type Choice, SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { MOVEMENTS, type MovementKind } from '@/lib/domain/movements/movement-kinds'
import type { FieldErrors } from '@/lib/domain/refusal'

export const MOVEMENT_LABELS = {
  kind: 'Loại biến động',
  basis: 'Số quyết định',
  decidedOn: 'Ngày ký quyết định',
  day: 'Có hiệu lực từ ngày',
  toUnitId: 'Đơn vị nhận',
  destination: 'Nơi đến',
  until: 'Đến hết ngày',
  status: 'Hình thức',
  reason: 'Lý do',
  openChanges: 'Bản đang chờ kiểm hoặc ký',
  file: 'Tệp quyết định',
}

type KindFieldsProps = {
  kind: MovementKind
  units: readonly UnitChoice[]
  statuses: readonly Choice[]
  underWay: boolean
  faults: FieldErrors
}

/** The rows that only this kind of movement needs. */
export function KindFields({ kind, units, statuses, underWay, faults }: KindFieldsProps) {
  const rule = MOVEMENTS[kind]
  const fileHint = 'PDF, tối đa 5 MB. Được mã hóa khi lưu.'
  return (
    <>
      {rule.toUnit && (
        <FormRow id="toUnitId" label={MOVEMENT_LABELS.toUnitId} must fault={faults.toUnitId}>
          <UnitSelect
            id="toUnitId"
            name="toUnitId"
            units={units}
            chosen={null}
            empty="Chọn đơn vị"
            invalid={faults.toUnitId && 'toUnitId-fault'}
          />
        </FormRow>
      )}
      {rule.destination && (
        <TextRow id="destination" label={MOVEMENT_LABELS.destination} must fault={faults.destination} />
      )}
      {kind === 'second' && (
        <TextRow
          id="until"
          label={MOVEMENT_LABELS.until}
          width="date"
          inputMode="numeric"
          hint="Bỏ trống nếu quyết định không ghi; có ngày thì tự hết biệt phái"
          fault={faults.until}
        />
      )}
      {rule.statuses && (
        <SelectRow
          id="status"
          label={MOVEMENT_LABELS.status}
          must
          empty="Chọn hình thức"
          choices={statuses.filter(({ value }) => rule.statuses?.includes(value))}
          fault={faults.status}
        />
      )}
      <TextRow id="reason" label={MOVEMENT_LABELS.reason} must={rule.reason === true} fault={faults.reason} />
      {underWay && kind === 'transfer' && (
        <SelectRow
          id="openChanges"
          label={MOVEMENT_LABELS.openChanges}
          choices={[
            { value: 'carry', label: 'Mang theo: đơn vị nhận kiểm và ký' },
            { value: 'settle', label: 'Trả lại cho người khai, gửi lại ở đơn vị mới' },
          ]}
          chosen="carry"
          fault={faults.openChanges}
        />
      )}
      <FormRow id="file" label={MOVEMENT_LABELS.file} must={rule.file === true} hint={fileHint} fault={faults.file}>
        <input
          {...rowAria('file', { hint: fileHint, fault: faults.file })}
          type="file"
          name="file"
          accept="application/pdf,.pdf"
        />
      </FormRow>
    </>
  )
}
