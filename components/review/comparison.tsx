'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { PaperView } from '@/components/evidence/paper-view'
import { ActionBar } from '@/components/layout/page-head'
import { useAct } from '@/components/people/use-act'
import { Button, ButtonLink } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { SaidChange } from '@/lib/domain/change-words'
import type { Result } from '@/lib/domain/result'
import { sayReturn } from '@/lib/domain/return-reasons'
import { type Asked, ChangeRow } from './change-row'
import { type ReviewProofs, useProofs } from './use-proofs'
import { useReviewKeys } from './use-review-keys'

type ReturnInput = {
  submissionId: string
  fields: { section: string; code: string; row: string | null; reason: string }[]
}

type ComparisonProps = {
  submissionId: string
  /** Beside the comparison: who else waits. */
  queue: ReactNode
  /** The head of the panel: who, when, state. */
  head: ReactNode
  changes: readonly SaidChange[]
  proofs: ReviewProofs
  /** False where nothing is to be decided: decided already, or one's own. */
  open: boolean
  hrefs: { previous: string | null; next: string | null; queue: string }
  check: (input: { submissionId: string }) => Promise<Result<unknown>>
  giveBack: (input: ReturnInput) => Promise<Result<unknown>>
}

/** Old and new of one submission, and the decision; the next in the queue opens by itself. */
export function Comparison(props: ComparisonProps) {
  const { submissionId, queue, head, changes, open, hrefs, check, giveBack } = props
  const router = useRouter()
  const papers = useProofs(props.proofs, changes)
  const unchecked = changes.filter(papers.waits)
  const [asked, setAsked] = useState<Readonly<Record<string, Asked>>>({})
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const checking = useAct(check)
  const returning = useAct(giveBack)
  const ticked = changes.filter(({ key }) => asked[key])
  const onward = () => router.push(hrefs.next ?? hrefs.queue)
  const busy = checking.busy || returning.busy

  const checkAll = () => {
    if (open && !busy && ticked.length === 0) checking.run({ submissionId }, onward)
  }
  const returnTicked = () => {
    if (!open || busy || ticked.length === 0) return
    const fields = ticked.map(({ key, section, code, row }) => ({
      key,
      section,
      code,
      row,
      reason: reasonOf(asked[key]),
    }))
    const wordless = fields.filter(({ reason }) => reason === null)
    setFaults(Object.fromEntries(wordless.map(({ key }) => [key, 'ghi lý do để người khai biết sửa gì.'])))
    if (wordless.length > 0) return
    const told = fields.map(({ key: _, reason, ...field }) => ({ ...field, reason: reason ?? '' }))
    returning.run({ submissionId, fields: told }, onward)
  }
  const ask = (key: string) => (one: Asked | null) => {
    const { [key]: _, ...others } = asked
    setAsked(one === null ? others : { ...others, [key]: one })
  }
  useReviewKeys(
    {
      check: checkAll,
      giveBack: returnTicked,
      previous: () => hrefs.previous && router.push(hrefs.previous),
      next: () => hrefs.next && router.push(hrefs.next),
    },
    true,
  )
  const refused = checking.refused ?? returning.refused ?? papers.refused
  return (
    <>
      <div className={papers.viewed ? 'review' : 'review review--two'}>
        {queue}
        <section className="panel" aria-labelledby="person">
          {head}
          {refused && <ErrorsSummary key={refused.message} title={refused.message} />}
          <table {...CARDS.table} className="diff cards">
            <caption className="vh">{changes.length} trường thay đổi, cũ và mới</caption>
            <thead {...CARDS.group}>
              <tr {...CARDS.row}>
                <th {...CARDS.columnHead} className="no">
                  Mục
                </th>
                <th {...CARDS.columnHead}>Cũ và mới</th>
                <th {...CARDS.columnHead}>Minh chứng</th>
                {open && (
                  <th {...CARDS.columnHead} className="tick">
                    Trả lại
                  </th>
                )}
              </tr>
            </thead>
            <tbody {...CARDS.group}>
              {changes.map((change) => (
                <ChangeRow
                  key={change.key}
                  change={change}
                  asked={asked[change.key] ?? null}
                  fault={faults[change.key] ?? null}
                  ask={open ? ask(change.key) : null}
                  papers={papers}
                />
              ))}
            </tbody>
          </table>
          {unchecked.length > 1 && (
            <p className="panel-body">
              <Button look="small" icon="check" aria-busy={papers.busy} onClick={() => papers.sayRight(unchecked)}>
                Ghi đã đối chiếu cả {unchecked.length} trường có minh chứng
              </Button>
            </p>
          )}
        </section>
        {papers.viewed && <PaperView proof={papers.viewed} />}
      </div>
      {open && (
        <ActionBar says={barWords(changes.length, ticked.length)}>
          <ButtonLink className="only-wide" href={hrefs.next ?? hrefs.queue}>
            Để sau
          </ButtonLink>
          {ticked.length === 0 ? (
            <Button look="main" icon="check" onClick={checkAll} aria-busy={busy}>
              Đạt cả {changes.length}
              <kbd className="only-wide">D</kbd>
            </Button>
          ) : (
            <Button look="main" icon="back" onClick={returnTicked} aria-busy={busy}>
              Trả lại {ticked.length}
              <kbd className="only-wide">T</kbd>
            </Button>
          )}
        </ActionBar>
      )}
    </>
  )
}

const reasonOf = (asked: Asked | undefined) => (asked ? sayReturn(asked.reason, asked.message) : null)

const barWords = (all: number, ticked: number) =>
  ticked === 0
    ? `Đạt thì cả ${all} trường chuyển thủ trưởng ký. Trường nào sai thì đánh dấu để trả lại.`
    : `${ticked} trường về người khai kèm lý do. Người khai sửa xong thì gửi lại cả ${all} trường.`
