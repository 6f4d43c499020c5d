'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { CodeInput } from '@/components/account/code-input'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { renewOrGiveUp } from './actions'

type StandingFormProps = { username: string; since: string; left: number; total: number; obligatory: boolean }

/** The second factor as it stands: new recovery codes, or none any more; each for a code. */
export function StandingForm({ username, since, left, total, obligatory }: StandingFormProps) {
  const begin = { refused: null, codes: [], done: null }
  const [{ refused, codes, done }, submit, busy] = useActionState(renewOrGiveUp, begin)
  if (done === 'givenUp') {
    return (
      <Notice look="good" live title="Đã tắt xác thực hai bước.">
        Từ lần đăng nhập sau chỉ cần mật khẩu. <Link href="/account">Về trang tài khoản</Link>
      </Notice>
    )
  }
  return (
    <>
      {done === 'renewed' && (
        <>
          <div className="mb-4 no-print">
            <Notice look="good" live title="Đã lập 10 mã dự phòng mới.">
              Các mã cũ không dùng được nữa.
            </Notice>
          </div>
          <RecoveryCodes codes={codes} username={username} />
        </>
      )}
      <Panel title="Xác thực hai bước đang bật" className="no-print">
        <Facts
          of={[
            ['Bật lúc', since],
            ['Mã dự phòng chưa dùng', `${done === 'renewed' ? total : left} trong ${total}`],
          ]}
        />
        <form action={submit} className="narrow-form mt-4">
          {refused && <ErrorsSummary key={refused.message} title={refused.message} />}
          <CodeInput
            label="Mã xác thực"
            hint="6 số trong ứng dụng, hoặc một mã dự phòng."
            fault={refused?.fields.code}
          />
          <p className="acts mt-4">
            <Button type="submit" name="act" value="renew" aria-busy={busy}>
              Lập 10 mã dự phòng mới
            </Button>
            {!obligatory && (
              <Button look="back" type="submit" name="act" value="give-up" aria-busy={busy}>
                Tắt xác thực hai bước
              </Button>
            )}
          </p>
          {obligatory && <p className="hint">Vai trò của Anh/Chị bắt buộc xác thực hai bước nên không tắt được.</p>}
        </form>
      </Panel>
    </>
  )
}
