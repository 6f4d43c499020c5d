'use client'

import type { FormEvent } from 'react'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Difference } from '@/lib/domain/exchange/differences'
import type { Result } from '@/lib/domain/result'

const LABELS = { reason: 'Lý do gửi lại' }

type Which = { kind?: Difference; unitId?: string }
type ResendDifferencesFormProps = {
  which: Which
  /** How many of those shown can be sent again. */
  count: number
  resend: (input: Which & { reason: string }) => Promise<Result<number>>
}

/** Sends the approved version of everybody in the list once more; the reason is kept in the log. */
export function ResendDifferencesForm({ which, count, resend }: ResendDifferencesFormProps) {
  const { run, busy, refused, fields, value } = useAct(resend)
  const submit = (event: FormEvent<HTMLFormElement>) => run({ ...which, reason: readForm(event).word('reason') })
  if (value !== null)
    return (
      <Notice look="good" live title={`Đã đưa ${value.toLocaleString('vi')} hồ sơ vào hàng gửi.`}>
        Lần đối soát sau cho biết đã khớp hay chưa.
      </Notice>
    )
  if (count === 0) return null
  return (
    <Panel title="Gửi lại những hồ sơ lệch trong danh sách" padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <TextRow
          id="reason"
          label={LABELS.reason}
          must
          hint="Bản đã ký duyệt mới nhất thay bản mà Bộ đang giữ"
          fault={fields.reason}
        />
        <p className="acts form-end">
          <Button type="submit" look="main" icon="sync" aria-busy={busy}>
            {`Gửi lại ${count.toLocaleString('vi')} hồ sơ`}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
