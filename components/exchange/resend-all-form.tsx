'use client'

import type { FormEvent } from 'react'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

const LABELS = { reason: 'Lý do' }

/** After a restore from a backup: the newest approved version of everybody goes out once more. */
export function ResendAllForm({ resend }: { resend: (input: { reason: string }) => Promise<Result<number>> }) {
  const { run, busy, refused, fields, value } = useAct(resend)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    run({ reason: readForm(event).word('reason') })
  }
  return (
    <Panel title="Sau khi phục hồi cơ sở dữ liệu" padded={false}>
      {value === null ? (
        <form onSubmit={submit} className="form" noValidate>
          <RefusedForm refused={refused} labels={LABELS} />
          <TextRow
            id="reason"
            label={LABELS.reason}
            must
            hint="Bản đã ký duyệt mới nhất của mọi người được gửi lại, thay bản mà Bộ đang giữ"
            fault={fields.reason}
          />
          <p className="acts form-end">
            <Button type="submit" icon="sync" aria-busy={busy}>
              Gửi lại tất cả
            </Button>
          </p>
        </form>
      ) : (
        <div className="panel-body">
          <Notice look="good" live title={`Đã đưa ${value.toLocaleString('vi')} hồ sơ vào hàng gửi.`} />
        </div>
      )}
    </Panel>
  )
}
