'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { CodeInput } from '@/components/account/code-input'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Fault } from '@/components/ui/fault'
import { Notice } from '@/components/ui/notice'
import { CLAIM_MINUTES } from '@/lib/domain/mail/self-reset'
import { claim, confirm, remove } from './actions'

/** First the address, then the code that was sent there. `claimed` is an address whose code is still good. */
export function EmailForm({ standing, claimed }: { standing: string | null; claimed: string | null }) {
  const router = useRouter()
  const [again, setAgain] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const asking = useAct(claim)
  const proving = useAct(confirm)
  const removing = useAct(remove)
  const word = (event: FormEvent<HTMLFormElement>, name: string) => {
    event.preventDefault()
    setDone(null)
    return String(new FormData(event.currentTarget).get(name) ?? '')
  }
  const said = (words: string) => {
    setDone(words)
    setAgain(false)
    router.refresh()
  }
  const notice = done && (
    <div className="mb-4">
      <Notice look="good" live title={done} />
    </div>
  )
  if (claimed && !again) {
    return (
      <form
        className="narrow-form"
        onSubmit={(event) => proving.run({ code: word(event, 'code') }, () => said('Đã xác nhận e-mail.'))}
      >
        {notice}
        {proving.refused && <ErrorsSummary key={proving.refused.message} title={proving.refused.message} />}
        <CodeInput
          about={`Mã đã gửi tới ${claimed}, dùng trong ${CLAIM_MINUTES} phút.`}
          label="Mã trong thư"
          fault={proving.fields.code}
        />
        <p className="acts mt-4">
          <Button look="main" type="submit" aria-busy={proving.busy}>
            Xác nhận e-mail
          </Button>
          <Button onClick={() => setAgain(true)}>Gửi mã tới địa chỉ khác</Button>
        </p>
      </form>
    )
  }
  const fault = asking.fields.email
  return (
    <form
      className="narrow-form"
      noValidate
      onSubmit={(event) => asking.run({ email: word(event, 'email') }, () => said('Đã gửi mã.'))}
    >
      {notice}
      {asking.refused && (
        <ErrorsSummary
          key={asking.refused.message}
          title={fault ? 'Chưa gửi được mã.' : asking.refused.message}
          errors={fault ? [{ field: 'email', message: `E-mail: ${fault}` }] : []}
        />
      )}
      <div className="field">
        <label htmlFor="email">{standing ? 'E-mail mới' : 'E-mail'}</label>
        <input
          className="input"
          id="email"
          name="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'email-fault' : undefined}
        />
        {fault && <Fault id="email-fault">{fault}</Fault>}
      </div>
      <p className="acts mt-4">
        <Button look="main" type="submit" aria-busy={asking.busy}>
          Gửi mã
        </Button>
        {standing && (
          <Button look="back" aria-busy={removing.busy} onClick={() => removing.run(null, () => said('Đã bỏ e-mail.'))}>
            Bỏ e-mail này
          </Button>
        )}
      </p>
    </form>
  )
}
