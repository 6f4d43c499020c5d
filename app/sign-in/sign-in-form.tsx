'use client'

import { signIn } from 'next-auth/react'
import { useActionState } from 'react'
import { CodeInput } from '@/components/account/code-input'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { PasswordInput } from '@/components/ui/password-input'
import { ASK_FOR_CODE } from '@/lib/domain/sign-in-limits'

type State = {
  username: string
  /** Kept in the page alone until the code is typed: all three are judged at once. */
  password: string
  step: 'password' | 'code'
  refusal: string | null
  tries: number
}

const BEGIN: State = { username: '', password: '', step: 'password', refusal: null, tries: 0 }

/** Name and password, then the code where one is asked for, go to next-auth, which guards them against forgery. */
export function SignInForm({ next }: { next: string }) {
  const [{ username, step, refusal, tries }, submit, busy] = useActionState(enter, BEGIN)

  async function enter(state: State, form: FormData): Promise<State> {
    if (form.get('act') === 'back') return { ...BEGIN, username: state.username }
    const given = state.step === 'code' ? state : { username: word(form, 'username'), password: word(form, 'password') }
    const refusal = await refusalOf(given.username, given.password, word(form, 'code'))
    if (refusal === null) {
      window.location.assign(next)
      // The button stays busy until the next page is here.
      await new Promise(() => {})
    }
    const tries = state.tries + 1
    if (refusal === ASK_FOR_CODE)
      return { ...BEGIN, username: given.username, password: given.password, step: 'code', tries }
    return { ...state, ...(state.step === 'code' ? {} : { username: given.username }), refusal, tries }
  }

  return (
    <form action={submit}>
      {refusal && (
        <div className="mt-4">
          <ErrorsSummary key={tries} title={refusal} />
        </div>
      )}
      {step === 'code' ? (
        <CodeInput
          key={tries}
          about={`Tài khoản ${username}`}
          label="Mã xác thực"
          hint="6 số trong ứng dụng xác thực, hoặc một mã dự phòng."
          focused={refusal === null}
        />
      ) : (
        <>
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
        </>
      )}
      <div className="field">
        <Button look="main" wide type="submit" aria-busy={busy}>
          {busy ? 'Đang đăng nhập' : 'Đăng nhập'}
        </Button>
      </div>
      {step === 'code' && (
        <div className="field">
          <Button wide type="submit" name="act" value="back" formNoValidate>
            Gõ lại tên và mật khẩu
          </Button>
        </div>
      )}
    </form>
  )
}

const word = (form: FormData, name: string) => String(form.get(name) ?? '')

async function refusalOf(username: string, password: string, code: string): Promise<string | null> {
  try {
    const answer = await signIn('credentials', { username, password, code, redirect: false })
    return answer?.ok ? null : (answer?.error ?? NO_ANSWER)
  } catch {
    return NO_ANSWER
  }
}

const NO_ANSWER = 'Chưa nối được máy chủ. Xem lại đường mạng rồi đăng nhập lại.'
