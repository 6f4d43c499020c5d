'use client'

import { CARDS } from '@/components/ui/card-roles'
import type { Proof } from '@/lib/domain/evidence/paper'
import type { CheckLine } from './check-sheet'
import { StandingNote } from './proof-pill'
import { ViewPill } from './view-pill'

type CheckLineRowProps = {
  line: CheckLine
  viewed: Proof | null
  view: (proof: Proof) => void
  ticked: boolean
  tick: ((on: boolean) => void) | null
  takeBack: (() => void) | null
}

/** One value: what it says, its papers to be opened beside, and whether it was found right. */
export function CheckLineRow({ line, viewed, view, ticked, tick, takeBack }: CheckLineRowProps) {
  const { key, item, label, says, proofs, standing } = line
  const id = `value-${key}`
  return (
    <tr {...CARDS.row} className={proofs.some(({ linkId }) => linkId === viewed?.linkId) ? 'asked' : undefined}>
      <td {...CARDS.cell} className="no">
        {item === 'đầu mẫu' ? '' : item}
      </td>
      <th {...CARDS.rowHead}>
        <span id={id}>{label}</span>
        <div className="said">{says}</div>
      </th>
      <td {...CARDS.cell} data-l="Minh chứng">
        <span className="proofs">
          {proofs.map((proof) => (
            <ViewPill key={proof.linkId} proof={proof} current={proof.linkId === viewed?.linkId} view={view} />
          ))}
          {standing && <StandingNote standing={standing} />}
          {proofs.length === 0 && !standing && <span className="mute">mới khai</span>}
        </span>
      </td>
      {tick && (
        <td {...CARDS.cell}>
          {standing?.kind === 'checked' ? (
            <button type="button" className="plain link" onClick={() => takeBack?.()}>
              Bỏ<span className="vh-wide"> đối chiếu</span>
              <span className="vh"> {label}</span>
            </button>
          ) : (
            <label className="choice">
              <input
                type="checkbox"
                aria-describedby={id}
                checked={ticked}
                onChange={(event) => tick(event.target.checked)}
              />
              <span className="vh-wide">Đúng với giấy tờ</span>
            </label>
          )}
        </td>
      )}
    </tr>
  )
}
