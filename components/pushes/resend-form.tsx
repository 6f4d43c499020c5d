'use client'

import { type FormEvent, startTransition, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Which = { id: string } | { cause: string }
type Props = {
  title: string
  which: Which
  /** How many there are to send again; 0 hides the form, not what became of it. */
  count: number
  resend: (input: Which & { reason: string }) => Promise<Result<number>>
}

/** Puts one delivery, or all of a cause, back in the outbox; the reason is kept in the log. */
export function ResendForm({ title, which, count, resend }: Props) {
  const [result, submit, busy] = useActionState(
    (_: Result<number> | null, form: FormData) => resend({ ...which, reason: String(form.get('reason') ?? '') }),
    null,
  )
  // React empties a form after its action; a reason must outlive a refusal.
  const keepTyped = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => submit(form))
  }
  if (result?.ok) {
    return (
      <div className="my-4">
        <Notice look="good" live title={`Đã đưa ${result.value} hồ sơ vào hàng gửi.`}>
          Hồ sơ nào Bộ còn từ chối sẽ trở lại trang này.
        </Notice>
      </div>
    )
  }
  if (count === 0) return null
  const fault = result && (result.fields?.reason ?? result.message)
  return (
    <Panel title={title} padded={false}>
      <div className="fix border-t-0">
        <form className="stack" action={submit} onSubmit={keepTyped} noValidate>
          <label htmlFor="reason">
            Lý do gửi lại <span className="must">*</span>
            <span className="vh"> bắt buộc</span>
          </label>
          <textarea
            className="input"
            id="reason"
            name="reason"
            maxLength={500}
            required
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? 'reason-fault' : 'reason-hint'}
          />
          <p className="hint" id="reason-hint">
            Ví dụ: Bộ đã cập nhật danh mục dân tộc
          </p>
          {fault && (
            <div role="alert">
              <Fault id="reason-fault">{fault}</Fault>
            </div>
          )}
          <p className="acts">
            <Button look="main" icon="sync" type="submit" aria-busy={busy}>
              {busy ? 'Đang đưa vào hàng gửi' : `Gửi lại ${count.toLocaleString('vi')} hồ sơ`}
            </Button>
          </p>
        </form>
        <div>
          <h3>Sau khi bấm</h3>
          <ol className="line-list mt-2">
            <li>Tên Anh/Chị, giờ và lý do lưu trong nhật ký</li>
            <li>{count.toLocaleString('vi')} hồ sơ vào hàng gửi, đúng bản đã ký duyệt</li>
            <li>Hồ sơ nào Bộ còn từ chối sẽ trở lại trang này</li>
          </ol>
        </div>
      </div>
    </Panel>
  )
}
