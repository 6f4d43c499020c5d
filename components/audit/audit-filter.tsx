import Link from 'next/link'
import { Button } from '@/components/ui/button'

type AuditFilterProps = {
  heading: string
  headingId: string
  actions: readonly { value: string; label: string }[]
  filter: { from: string; until: string; action: string; doer: string; subject: string }
  /** What was typed as a day and is none, by field. */
  faults: { from?: string | undefined; until?: string | undefined }
}

/** The filter of the log; it lives in the address, so that it needs no script. */
export function AuditFilter({ heading, headingId, actions, filter, faults }: AuditFilterProps) {
  const filtered = Object.values(filter).some((value) => value !== '')
  return (
    <form className="filters" action="/audit">
      <h2 id={headingId}>{heading}</h2>
      <span>
        <label htmlFor="audit-from">Từ ngày</label>
        <DayInput id="audit-from" name="from" typed={filter.from} fault={faults.from} />
      </span>
      <span>
        <label htmlFor="audit-until">Đến ngày</label>
        <DayInput id="audit-until" name="until" typed={filter.until} fault={faults.until} />
      </span>
      <span>
        <label htmlFor="audit-action">Việc</label>
        <select className="input" id="audit-action" name="action" defaultValue={filter.action}>
          <option value="">Tất cả</option>
          {actions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </span>
      <span>
        <label htmlFor="audit-doer">Người làm</label>
        <input className="input" id="audit-doer" name="doer" defaultValue={filter.doer} autoComplete="off" />
      </span>
      <span>
        <label htmlFor="audit-subject">Hồ sơ, người, đơn vị</label>
        <input className="input" id="audit-subject" name="subject" defaultValue={filter.subject} autoComplete="off" />
      </span>
      <Button look="small" type="submit">
        Lọc
      </Button>
      {filtered && <Link href="/audit">Bỏ lọc</Link>}
    </form>
  )
}

type DayInputProps = { id: string; name: string; typed: string; fault: string | undefined }

function DayInput({ id, name, typed, fault }: DayInputProps) {
  return (
    <>
      <input
        className="input input--day"
        id={id}
        name={name}
        defaultValue={typed}
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault && `${id}-fault`}
      />
      {fault && (
        <span className="bad" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </>
  )
}
