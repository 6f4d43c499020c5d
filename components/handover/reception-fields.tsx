import { FormRow, rowAria } from '@/components/people/form-row'
import { TextRow } from '@/components/people/text-row'
import type { FieldErrors } from '@/lib/domain/refusal'

export const RECEPTION_LABELS = {
  basis: 'Số quyết định tiếp nhận',
  decidedOn: 'Ngày ký quyết định',
  from: 'Làm việc tại đơn vị từ ngày',
  file: 'Tệp quyết định tiếp nhận',
}

/** Our own decision to take somebody in. */
export function ReceptionFields({ faults }: { faults: FieldErrors }) {
  const hint = 'PDF, tối đa 5 MB. Sở Nội vụ được báo cáo trong 10 ngày làm việc (Quy chế, Điều 22 khoản 5)'
  return (
    <section className="panel form" aria-label="Quyết định tiếp nhận">
      <TextRow
        id="basis"
        label={RECEPTION_LABELS.basis}
        must
        hint="Số và cơ quan ký, ví dụ 20/QĐ-SNV"
        fault={faults.basis}
      />
      <TextRow
        id="decidedOn"
        label={RECEPTION_LABELS.decidedOn}
        must
        width="date"
        inputMode="numeric"
        fault={faults.decidedOn}
      />
      <TextRow id="from" label={RECEPTION_LABELS.from} must width="date" inputMode="numeric" fault={faults.from} />
      <FormRow id="file" label={RECEPTION_LABELS.file} must hint={hint} fault={faults.file}>
        <input
          {...rowAria('file', { hint, fault: faults.file })}
          type="file"
          name="file"
          accept="application/pdf,.pdf"
        />
      </FormRow>
    </section>
  )
}
