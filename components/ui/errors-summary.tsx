'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from './icon'

export type FieldError = {
  /** `id` of the control the error belongs to, without `#`. */
  field: string
  /** The same words as beside the field. */
  message: string
}

type ErrorsSummaryProps = { title: ReactNode; errors?: FieldError[] | undefined; children?: ReactNode | undefined }

/**
 * What was refused, above the form; takes the focus when it appears, and each line leads to its field.
 * `<ErrorsSummary title="Còn 1 lỗi phải sửa trước khi gửi" errors={[{ field: 'f-8', message: 'Mục 8: …' }]} />`
 */
export function ErrorsSummary({ title, errors = [], children }: ErrorsSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box}>
      <Icon name="stop" />
      <div>
        <b>{title}</b>
        {errors.length > 0 && (
          <ul>
            {errors.map(({ field, message }) => (
              <li key={field + message}>
                <a href={`#${field}`}>{message}</a>
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </div>
  )
}
