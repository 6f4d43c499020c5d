'use client'

import { signIn } from 'next-auth/react'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { PasswordInput } from '@/components/ui/password-input'

type State = { username: string; refusal: string | null; tries: number }

/** Name and password go to next-auth, which guards them against forgery; the name typed stays after a refusal. */
export function SignInForm({ next }: { next: string }) {
  const [{ username, refusal, tries }, submit, busy] = useActionState(enter, { username: '', refusal: null, tries: 0 })

  async function enter({ tries }: State, form: FormData): Promise<State> {
    const username = String(form.get('username') ?? '')
    const refusal = await refusalOf(username, String(form.get('password') ?? ''))
    if (refusal === null) {
      window.location.assign(next)
      // The button stays busy until the next page is here.
      await new Promise(() => {})
    }
    return { username, refusal, tries: tries + 1 }
  }

  return (
    <form action={submit}>
      {refusal && (
        <div className="mt-4">
          <ErrorsSummary key={tries} title={refusal} />
        </div>
      )}
      <div className="field">
        <label htmlFor="username">Số CCCD hoặc tên tài khoản</label>
        <input
          className="input"
          id="username"
          name="username"
          defaultValue={username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      <div className="field">
        <label htmlFor="password">Mật khẩu</label>
        <PasswordInput id="password" autoComplete="current-password" />
      </div>
      <div className="field">
        <Button look="main" wide type="submit" aria-busy={busy}>
          {busy ? 'Đang đăng nhập' : 'Đăng nhập'}
        </Button>
      </div>
    </form>
  )
}

async function refusalOf(username: string, password: string): Promise<string | null> {
  try {
    const answer = await signIn('credentials', { username, password, redirect: false })
    return answer?.ok ? null : (answer?.error ?? NO_ANSWER)
  } catch {
    return NO_ANSWER
  }
}

const NO_ANSWER = 'Chưa nối được máy chủ. Xem lại đường mạng rồi đăng nhập lại.'
