import { Panel } from '@/components/ui/panel'
import type { SaidChange } from '@/lib/domain/change-words'
import type { SubmissionStage } from '@/lib/domain/record-state'
import { ChangeList } from './change-list'
import { StageChip } from './stage-chip'

export type PastRevision = {
  version: number
  state: SubmissionStage
  /** Is it the one that counts today? */
  official: boolean
  /** Who did what with it, when and why, in order. */
  steps: readonly string[]
  /** Why it went back, field by field. */
  reasons: readonly { key: string; place: string; reason: string }[]
  changes: readonly SaidChange[]
}

type RevisionListProps = {
  revisions: readonly PastRevision[]
  /** Version of the newest there is. */
  newest: number
  /** Where a value of a version can be taken back; null where the reader may not. */
  restoreHref?: ((version: number, change: SaidChange) => string | null) | undefined
}

/** Every version sent, newest first, each with what it changed against the approved one of its day. */
export function RevisionList({ revisions, newest, restoreHref }: RevisionListProps) {
  return revisions.map(({ version, state, official, steps, reasons, changes }) => (
    <Panel
      key={version}
      title={`Bản ${version}`}
      padded={false}
      aside={
        <>
          {official && <span className="meta">bản chính thức hiện nay</span>}
          {state === 'superseded' ? (
            <span className="meta">{version === newest ? 'đã rút lại' : 'đã rút lại hoặc thay bằng bản sau'}</span>
          ) : (
            <StateOf state={state} />
          )}
        </>
      }
    >
      <div className="panel-body">
        {steps.map((step) => (
          <p className="soft" key={step}>
            {step}
          </p>
        ))}
        {reasons.length > 0 && (
          <ul className="plain-list">
            {reasons.map(({ key, place, reason }) => (
              <li key={key}>
                <b>{place}</b>: {reason}
              </li>
            ))}
          </ul>
        )}
      </div>
      {changes.length > 0 && (
        <details className="panel-body" open={version === newest && changes.length <= 10}>
          <summary>{changes.length} thay đổi</summary>
          <ChangeList
            caption={`Thay đổi của bản ${version}`}
            changes={changes}
            hrefOf={restoreHref && ((change) => restoreHref(version, change))}
            linkWord="Lấy lại"
          />
        </details>
      )}
    </Panel>
  ))
}

function StateOf({ state }: { state: Exclude<SubmissionStage, 'superseded'> }) {
  return state === 'frozen' ? <StageChip stage="checked">Đang ký</StageChip> : <StageChip stage={state} />
}
