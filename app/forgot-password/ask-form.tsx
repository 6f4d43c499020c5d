'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Notice } from '@/components/ui/notice'
import { RESET_LINK_MINUTES } from '@/lib/domain/mail/self-reset'
import { ask } from './actions'

export function AskForm() {
  const [{ done, refusal }, submit, busy] = useActionState(ask, { done: false, refusal: null })
  if (done) {
    return (
      <div className="mt-4">
        <Notice look="good" live title="Đã nhận yêu cầu.">
          Nếu tài khoản có e-mail đã xác nhận, thư đến trong vài phút, có thể nằm ở mục thư rác. Liên kết dùng được
          trong {RESET_LINK_MINUTES} phút, một lần.
        </Notice>
      </div>
    )
  }
  return (
    <form action={submit}>
      {refusal && (
        <div className="mt-4">
          <ErrorsSummary key={refusal} title={refusal} />
        </div>
      )}
      <div className="field">
        <label htmlFor="username">Số CCCD hoặc tên tài khoản</label>
        <input
          className="input"
          id="username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      <div className="field">
        <Button look="main" wide type="submit" aria-busy={busy}>
          {busy ? 'Đang gửi yêu cầu' : 'Gửi liên kết'}
        </Button>
      </div>
    </form>
  )
}
