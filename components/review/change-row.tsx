'use client'

import { StandingNote } from '@/components/evidence/proof-pill'
import { ViewPill } from '@/components/evidence/view-pill'
import { CARDS } from '@/components/ui/card-roles'
import { Fault } from '@/components/ui/fault'
import type { SaidChange } from '@/lib/domain/change-words'
import { RETURN_REASONS, type ReturnReason } from '@/lib/domain/return-reasons'

import type { useProofs } from './use-proofs'

export type Asked = { reason: ReturnReason; message: string }

type ChangeRowProps = {
  change: SaidChange
  asked: Asked | null
  fault: string | null
  /** Null where nothing may be returned: decided already, or one's own. */
  ask: ((asked: Asked | null) => void) | null
  papers: ReturnType<typeof useProofs>
}

/** One field, old and new; ticked, it asks for a reason. */
export function ChangeRow({ change, asked, fault, ask, papers }: ChangeRowProps) {
  const { key, item, label, before, after } = change
  const id = `change-${key}`
  return (
    <>
      <tr {...CARDS.row} className={asked ? 'asked joined' : undefined}>
        <td {...CARDS.cell} className="no">
          {item === 'đầu mẫu' ? '' : item}
        </td>
        <th {...CARDS.rowHead}>
          <span id={id}>{label}</span>
          <div className="was">
            <span className="tag">Cũ</span>
            {before === null ? <span className="mute">chưa có</span> : <del>{before}</del>}
          </div>
          <div className="now">
            <span className="tag">Mới</span>
            {after === null ? <span className="mute">bỏ trống</span> : <ins>{after}</ins>}
          </div>
        </th>
        <td {...CARDS.cell} data-l="Minh chứng">
          <Beside change={change} papers={papers} />
        </td>
        {ask && (
          <td {...CARDS.cell}>
            <label className="choice">
              <input
                type="checkbox"
                data-return={key}
                aria-describedby={id}
                checked={asked !== null}
                onChange={(event) => ask(event.target.checked ? { reason: RETURN_REASONS[0], message: '' } : null)}
              />
              <span className="vh-wide">Trả lại trường này</span>
            </label>
          </td>
        )}
      </tr>
      {asked && ask && <Reason id={id} asked={asked} fault={fault} ask={ask} />}
    </>
  )
}

/** The papers of the new value, and one press to say it is as they have it. */
function Beside({ change, papers }: Pick<ChangeRowProps, 'change' | 'papers'>) {
  const beside = papers.of(change.key)
  if (!beside || (beside.proofs.length === 0 && !beside.standing)) return <span className="mute">không có tệp</span>
  return (
    <span className="proofs">
      {beside.proofs.map((proof) => (
        <ViewPill
          key={proof.linkId}
          proof={proof}
          current={proof.linkId === papers.viewed?.linkId}
          view={papers.view}
        />
      ))}
      {beside.standing && <StandingNote standing={beside.standing} />}
      {papers.waits(change) && (
        <button type="button" className="plain link" aria-busy={papers.busy} onClick={() => papers.sayRight([change])}>
          Đối chiếu đúng<span className="vh"> {change.label}</span>
        </button>
      )}
    </span>
  )
}

type ReasonProps = { id: string; asked: Asked; fault: string | null; ask: (asked: Asked) => void }

function Reason({ id, asked, fault, ask }: ReasonProps) {
  return (
    <tr {...CARDS.row} className="asked">
      <td {...CARDS.cell} className="no" />
      <td {...CARDS.cell} colSpan={3}>
        <div className="why">
          <div>
            <label htmlFor={`${id}-reason`}>
              Lý do{' '}
              <span className="must" aria-hidden="true">
                *
              </span>
              <span className="vh">bắt buộc</span>
            </label>
            <select
              className="input"
              id={`${id}-reason`}
              defaultValue={asked.reason}
              onChange={(event) => ask({ ...asked, reason: event.target.value as ReturnReason })}
            >
              {RETURN_REASONS.map((reason) => (
                <option key={reason}>{reason}</option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor={`${id}-message`}>Nhắn cho người khai</label>
            <input
              className="input"
              id={`${id}-message`}
              defaultValue={asked.message}
              maxLength={400}
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? `${id}-fault` : undefined}
              onChange={(event) => ask({ ...asked, message: event.target.value })}
            />
            {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
          </div>
        </div>
      </td>
    </tr>
  )
}
