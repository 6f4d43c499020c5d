'use client'

import { type ReactNode, useState } from 'react'
import { Fault } from '@/components/ui/fault'
import type { KnownPaper } from './evidence-context'

type EvidenceFieldsProps = {
  id: string
  papers: readonly KnownPaper[]
  faults: Readonly<Record<string, string>>
  onChange: () => void
}

/** What is asked of a paper: the file, or which one of those already there; number, day, page. */
export function EvidenceFields({ id, papers, faults, onChange }: EvidenceFieldsProps) {
  const [known, setKnown] = useState('')
  const one = (name: string) => ({ id: `${id}-${name}`, fault: faults[FAULTS[name] ?? name] })
  return (
    <div className="evidence-fields" onChange={onChange}>
      {papers.length > 0 && (
        <Field {...one('known')} label="Tệp đã có trong hồ sơ">
          <select
            className="input"
            id={`${id}-known`}
            name="known"
            value={known}
            onChange={(event) => setKnown(event.target.value)}
          >
            <option value="">Không, gửi tệp mới</option>
            {papers.map(({ id: paper, title }) => (
              <option key={paper} value={paper}>
                {title}
              </option>
            ))}
          </select>
        </Field>
      )}
      {known === '' && (
        <>
          <Field
            {...one('file')}
            label="Tệp"
            must
            hint="PDF, JPEG, PNG, tối đa 20 MB. Ảnh chụp bằng điện thoại cũng được."
          >
            <input
              className="input"
              type="file"
              id={`${id}-file`}
              name="file"
              accept="application/pdf,image/jpeg,image/png"
              {...aria(id, 'file', faults.file)}
            />
          </Field>
          <div className="pair">
            <Field {...one('no')} label="Số văn bản">
              <input
                className="input"
                id={`${id}-no`}
                name="no"
                maxLength={100}
                autoComplete="off"
                {...aria(id, 'no', faults.documentNo)}
              />
            </Field>
            <Field {...one('on')} label="Ngày văn bản">
              <input
                className="input input--date"
                id={`${id}-on`}
                name="on"
                autoComplete="off"
                {...aria(id, 'on', faults.documentOn)}
              />
            </Field>
          </div>
        </>
      )}
      <Field {...one('page')} label="Trang" hint="Trang có giá trị này. Tệp một trang thì bỏ trống.">
        <input
          className="input input--date"
          id={`${id}-page`}
          name="page"
          inputMode="numeric"
          autoComplete="off"
          {...aria(id, 'page', faults.page)}
        />
      </Field>
    </div>
  )
}

/** Under which name the server speaks of each. */
const FAULTS: Record<string, string> = { no: 'documentNo', on: 'documentOn', page: 'page', known: 'evidenceId' }

const aria = (id: string, name: string, fault: string | undefined) => ({
  'aria-invalid': fault ? true : undefined,
  'aria-describedby': fault ? `${id}-${name}-fault` : undefined,
})

type FieldProps = {
  id: string
  label: string
  must?: boolean
  hint?: string
  fault: string | undefined
  children: ReactNode
}

function Field({ id, label, must = false, hint, fault, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {must && (
          <>
            {' '}
            <span className="must" aria-hidden="true">
              *
            </span>
            <span className="vh"> bắt buộc</span>
          </>
        )}
      </label>
      {children}
      {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
      {hint && <p className="hint">{hint}</p>}
    </div>
  )
}
