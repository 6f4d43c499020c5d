'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'
import { ReasonAsk } from './reason-ask'
import { Slip, type SlipFacts } from './slip'
import { useAct } from './use-act'

type OfAccount = (input: { userId: string }) => Promise<Result<unknown>>
type WithReason = (input: { userId: string; reason: string }) => Promise<Result<unknown>>

type AccountPanelProps = {
  personId: string
  account: {
    userId: string
    username: string
    disabled: boolean
    secondFactor: boolean
    facts: [label: string, value: string][]
  } | null
  mayManage: boolean
  give: (input: { personId: string }) => Promise<Result<SlipFacts>>
  reset: (input: { userId: string }) => Promise<Result<SlipFacts>>
  close: WithReason
  open: WithReason
  /** For who has lost the device and the recovery codes. */
  takeFactor: OfAccount
}

/** The way in: given, given again, closed. A new password is shown once, on its slip. */
export function AccountPanel({
  personId,
  account,
  mayManage,
  give,
  reset,
  close,
  open,
  takeFactor,
}: AccountPanelProps) {
  const router = useRouter()
  const giving = useAct(give)
  const resetting = useAct(reset)
  const taking = useAct(takeFactor)
  const slip = resetting.value ?? giving.value
  const refused = [giving, resetting, taking].find((act) => act.refused)?.refused
  const refresh = () => router.refresh()
  return (
    <>
      {slip && <Slip {...slip} />}
      {refused && <ErrorsSummary key={refused.message} title={refused.message} />}
      <Panel title="Tài khoản">
        {account ? <Facts of={account.facts} /> : <p>Người này chưa có tài khoản.</p>}
        {mayManage && (
          <p className="acts mt-2">
            {!account && (
              <Button look="main" onClick={() => giving.run({ personId }, refresh)} aria-busy={giving.busy}>
                Cấp tài khoản
              </Button>
            )}
            {account && (
              <Button
                look="small"
                onClick={() => resetting.run({ userId: account.userId }, refresh)}
                aria-busy={resetting.busy}
              >
                Cấp lại mật khẩu
              </Button>
            )}
            {account?.secondFactor && (
              <Button
                look="small"
                onClick={() => taking.run({ userId: account.userId }, refresh)}
                aria-busy={taking.busy}
              >
                Gỡ xác thực hai bước
              </Button>
            )}
          </p>
        )}
        {mayManage && account && (
          <ReasonAsk
            key={String(account.disabled)}
            ask={account.disabled ? 'Mở lại tài khoản' : 'Ngừng tài khoản'}
            label={account.disabled ? 'Lý do mở lại' : 'Lý do ngừng'}
            act={(reason) => (account.disabled ? open : close)({ userId: account.userId, reason })}
          />
        )}
        {mayManage && account && !account.disabled && (
          <p className="hint">
            Cấp lại mật khẩu, gỡ xác thực hai bước hoặc ngừng tài khoản thì mọi phiên đang mở kết thúc ngay.
          </p>
        )}
      </Panel>
    </>
  )
}
