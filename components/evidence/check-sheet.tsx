'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { Proof, StandingMark } from '@/lib/domain/evidence/paper'
import type { Result } from '@/lib/domain/result'
import { CheckLineRow } from './check-line-row'
import { PaperView } from './paper-view'

export type CheckLine = {
  key: string
  section: string
  code: string
  row: string
  item: string
  label: string
  says: string
  seen: string
  proofs: readonly Proof[]
  standing: StandingMark | null
}

type CheckInput = {
  recordId: string
  holds: boolean
  values: { section: string; code: string; row: string; seen: string; evidenceId: string | null; paper: string }[]
}

export type Check = (input: CheckInput) => Promise<Result<unknown>>

type CheckSheetProps = {
  recordId: string
  lines: readonly CheckLine[]
  /** Null for who only looks. */
  check: Check | null
}

/** Values at the left, the paper in hand at the right, and one act for all that were found right. */
export function CheckSheet({ recordId, lines, check }: CheckSheetProps) {
  const router = useRouter()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [viewed, setViewed] = useState<Proof | null>(lines.find(({ proofs }) => proofs.length > 0)?.proofs[0] ?? null)
  const paper = useRef<HTMLInputElement>(null)
  const { run, busy, refused } = useAct(check ?? nobody)
  const chosen = lines.filter(({ key }) => ticked.has(key))
  const unfiled = chosen.filter(({ proofs }) => proofs.length === 0).length
  const open = lines.filter(({ proofs, standing }) => proofs.length > 0 && standing === null)

  const say = (told: readonly CheckLine[], holds: boolean) => {
    const values = told.map(({ section, code, row, seen, proofs }) => {
      const held = proofs.find(({ evidenceId }) => evidenceId === viewed?.evidenceId) ?? proofs[0]
      const filed = code === 'photo' ? null : (held?.evidenceId ?? null)
      return { section, code, row, seen, evidenceId: filed, paper: filed === null ? (paper.current?.value ?? '') : '' }
    })
    run({ recordId, holds, values }, () => {
      setTicked(new Set())
      router.refresh()
    })
  }
  const tick = (key: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(key)
    else next.delete(key)
    setTicked(next)
  }
  return (
    <>
      {refused && <ErrorsSummary key={refused.message} title={refused.message} />}
      <div className="papers">
        <section className="panel" aria-label="Giá trị và minh chứng">
          <header>
            <h2>Giá trị và minh chứng</h2>
            {check && open.length > 0 && (
              <button
                type="button"
                className="plain link"
                onClick={() => setTicked(new Set(open.map(({ key }) => key)))}
              >
                Chọn {open.length} giá trị có minh chứng chưa đối chiếu
              </button>
            )}
          </header>
          <table {...CARDS.table} className="diff cards">
            <caption className="vh">{lines.length} giá trị</caption>
            <thead {...CARDS.group}>
              <tr {...CARDS.row}>
                <th {...CARDS.columnHead} className="no">
                  Mục
                </th>
                <th {...CARDS.columnHead}>Giá trị</th>
                <th {...CARDS.columnHead}>Minh chứng</th>
                {check && (
                  <th {...CARDS.columnHead} className="tick">
                    Đúng
                  </th>
                )}
              </tr>
            </thead>
            <tbody {...CARDS.group}>
              {lines.map((line) => (
                <CheckLineRow
                  key={line.key}
                  line={line}
                  viewed={viewed}
                  view={setViewed}
                  ticked={ticked.has(line.key)}
                  tick={check && ((on) => tick(line.key, on))}
                  takeBack={check && (() => say([line], false))}
                />
              ))}
            </tbody>
          </table>
          {unfiled > 0 && (
            <div className="panel-body seen-paper">
              <label htmlFor="seen-paper">Giấy gốc đã xem, cho {unfiled} giá trị không có tệp</label>
              <input className="input" id="seen-paper" ref={paper} maxLength={200} autoComplete="off" />
            </div>
          )}
        </section>
        {viewed && <PaperView proof={viewed} />}
      </div>
      {check && (
        <ActionBar says={barWords(chosen.length)}>
          {chosen.length > 0 && (
            <Button look="main" icon="check" aria-busy={busy} onClick={() => say(chosen, true)}>
              Ghi đã đối chiếu {chosen.length} giá trị
            </Button>
          )}
        </ActionBar>
      )}
    </>
  )
}

const nobody: Check = async () => ({ ok: false, code: 'notFound', message: '' })

const barWords = (count: number) =>
  count === 0
    ? 'Đánh dấu giá trị đúng với giấy tờ. Giá trị đổi về sau thì phải đối chiếu lại.'
    : `Ghi tên Anh/Chị và giờ này cho ${count} giá trị. Bỏ đối chiếu được khi ghi nhầm.`
