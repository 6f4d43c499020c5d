import type { ReactNode } from 'react'
import { Fault } from '@/components/ui/fault'

type FormRowProps = {
  /** Id of the control; the hint and the fault are named after it. */
  id: string
  /** Item of the printed form, where the field stands there. */
  no?: string | undefined
  label: string
  must?: boolean | undefined
  hint?: string | undefined
  fault?: string | undefined
  children: ReactNode
}

/** One line of a form: item, label, control, and below it the hint and what is wrong. */
export function FormRow({ id, no, label, must = false, hint, fault, children }: FormRowProps) {
  return (
    <div className={fault ? 'row row--plain row--bad' : 'row row--plain'}>
      <span className="no">{no}</span>
      <div className="row-label">
        <label htmlFor={id}>{label}</label>
        {must && (
          <>
            {' '}
            <span className="must" aria-hidden="true">
              *
            </span>
            <span className="vh"> bắt buộc</span>
          </>
        )}
      </div>
      <div className="row-field">
        {children}
        {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
        {hint && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

/** What a control says of its row. */
export const rowAria = (id: string, { hint, fault }: { hint?: string | undefined; fault?: string | undefined }) => ({
  id,
  'aria-invalid': fault ? true : undefined,
  'aria-describedby': [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
})
