'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Fault } from '@/components/ui/fault'
import type { Result } from '@/lib/domain/result'
import { type FindingLine, WarningChoices } from './finding-list'
import { type MissingLine, MissingList } from './missing-list'

type SubmitPanelProps = {
  declaration: string
  count: number
  /** What the rules ask to look at again. */
  warnings: readonly FindingLine[]
  submit: (declared: boolean, confirmed: string[]) => Promise<Result<{ version: number }>>
}

type Refused = Extract<Result<never>, { ok: false }>

/** The declaration, never ticked beforehand, and the act of sending. */
export function SubmitPanel({ declaration, count, warnings, submit }: SubmitPanelProps) {
  const router = useRouter()
  const box = useRef<HTMLInputElement>(null)
  const confirmed = useRef(new Set<string>())
  const [tries, setTries] = useState(0)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, start] = useTransition()
  const send = () =>
    start(async () => {
      const result = await submit(box.current?.checked ?? false, [...confirmed.current])
      if (result.ok) return router.push('/my-record')
      setRefused(result)
      setTries((times) => times + 1)
    })
  const undeclared = refused?.code === 'declarationMissing'
  return (
    <>
      {refused && (
        <div className="mt-4">
          <ErrorsSummary
            key={tries}
            title={refused.message}
            errors={undeclared ? [{ field: 'declared', message: 'Lời cam đoan chưa được đánh dấu' }] : []}
          >
            {refused.code === 'recordIncomplete' && (
              <MissingList missing={(refused.details as { missing: MissingLine[] }).missing} />
            )}
          </ErrorsSummary>
        </div>
      )}
      {warnings.length > 0 && (
        <section className="panel mt-4" aria-labelledby="warnings">
          <header>
            <h2 id="warnings">{warnings.length} chỗ cần xem lại</h2>
          </header>
          <div className="panel-body">
            <WarningChoices
              warnings={warnings}
              onConfirm={(key, stands) => {
                if (stands) confirmed.current.add(key)
                else confirmed.current.delete(key)
              }}
            />
          </div>
        </section>
      )}
      <section className="panel mt-4" aria-labelledby="declaration">
        <header>
          <h2 id="declaration">Lời cam đoan</h2>
        </header>
        <div className="panel-body">
          <label className="choice" htmlFor="declared">
            <input
              type="checkbox"
              id="declared"
              ref={box}
              aria-invalid={undeclared || undefined}
              aria-describedby={undeclared ? 'declared-fault' : undefined}
            />
            {declaration}
          </label>
          {undeclared && <Fault id="declared-fault">{refused.message}</Fault>}
        </div>
      </section>
      <ActionBar says="Gửi rồi vẫn rút lại được khi chưa ai kiểm.">
        <ButtonLink href="/my-record">Để sau</ButtonLink>
        <Button look="main" icon="up" onClick={send} aria-busy={busy}>
          Gửi {count} thay đổi
        </Button>
      </ActionBar>
    </>
  )
}
