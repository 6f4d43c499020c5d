'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { RefusedForm } from '@/components/people/refused-form'
import { type Choice, SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { readPartialDay } from '@/lib/catalogue/days'
import { ERROR_KINDS, type ErrorKind } from '@/lib/domain/exchange/message-table'
import type { Result } from '@/lib/domain/result'

type Input = {
  key?: string
  sentence: string
  code: ErrorKind
  field: string
  message: string
  validFrom: string
  withdrawn: boolean
  reason: string
  heard?: string
}
type Props = {
  /** The row to write anew; an empty one for what was only heard. */
  row: { key?: string; sentence: string; code: string; field: string | null; message: string }
  /** The answer it came from. */
  heard: string | null
  /** Today, as people write it. */
  today: string
  names: readonly Choice[]
  write: (input: Input) => Promise<Result<number>>
}

const LABELS = {
  sentence: 'Câu của Bộ',
  code: 'Loại lỗi',
  field: 'Mục của hồ sơ',
  message: 'Câu giải thích',
  validFrom: 'Áp dụng từ ngày',
  withdrawn: 'Dòng này',
  reason: 'Lý do',
}
const KINDS = Object.entries(ERROR_KINDS).map(([value, label]) => ({ value, label }))

/** One row of the table of messages: what a sentence of the ministry's means, and from when on. */
export function MessageForm({ row, heard, today, names, write }: Props) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(write)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '')
    const input = {
      ...(row.key !== undefined && { key: row.key }),
      ...(heard !== null && { heard }),
      ...{ sentence: word('sentence'), code: word('code') as ErrorKind, field: word('field') },
      ...{ message: word('message'), validFrom: readPartialDay(word('validFrom')) ?? word('validFrom') },
      ...{ withdrawn: word('withdrawn') === 'withdrawn', reason: word('reason') },
    }
    run(input, (reread) => router.push(`/pushes/messages?reread=${reread}`))
  }
  return (
    <Panel title={row.key === undefined ? 'Ghi một dòng' : 'Sửa một dòng'} padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <TextRow
          id="sentence"
          label={LABELS.sentence}
          must
          typed={row.sentence}
          hint="Phần chữ đổi theo từng hồ sơ thì thay bằng dấu …"
          fault={fields.sentence}
        />
        <SelectRow id="code" label={LABELS.code} must choices={KINDS} chosen={row.code} fault={fields.code} />
        <SelectRow
          id="field"
          label={LABELS.field}
          choices={names}
          chosen={row.field ?? ''}
          empty="Câu tự nói mục nào, hoặc không nói"
          fault={fields.field}
        />
        <TextRow
          id="message"
          label={LABELS.message}
          must
          typed={row.message}
          hint="Người khai đọc câu này ở đúng mục: sai ở đâu, làm gì. Dấu … được thay bằng phần chữ đổi"
          fault={fields.message}
        />
        <TextRow
          id="validFrom"
          label={LABELS.validFrom}
          must
          width="date"
          inputMode="numeric"
          typed={today}
          fault={fields.validFrom}
        />
        {row.key !== undefined && (
          <SelectRow
            id="withdrawn"
            label={LABELS.withdrawn}
            choices={[
              { value: 'kept', label: 'Dùng theo nội dung trên' },
              { value: 'withdrawn', label: 'Thôi dùng từ ngày trên' },
            ]}
            chosen="kept"
          />
        )}
        <TextRow id="reason" label={LABELS.reason} must hint="Ví dụ: Bộ đổi lời báo lỗi" fault={fields.reason} />
        <p className="acts form-end">
          <Button type="submit" look="main" aria-busy={busy}>
            Ghi dòng này
          </Button>
        </p>
      </form>
    </Panel>
  )
}
