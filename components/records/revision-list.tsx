import { Panel } from '@/components/ui/panel'
import type { SaidChange } from '@/lib/domain/change-words'
import type { SubmissionStage } from '@/lib/domain/record-state'
import { ChangeList } from './change-list'
import { StageChip } from './stage-chip'

export type PastRevision = {
  version: number
  when: string
  by: string
  state: SubmissionStage
  /** Who decided, and when. */
  decided: string | null
  changes: readonly SaidChange[]
}

/** Every version sent, newest first, each with what it changed against the approved one of its day. */
export function RevisionList({ revisions }: { revisions: readonly PastRevision[] }) {
  return revisions.map(({ version, when, by, state, decided, changes }) => (
    <Panel
      key={version}
      title={`Bản ${version}`}
      padded={false}
      aside={
        state === 'superseded' ? (
          <span className="meta">
            {version === revisions[0]?.version ? 'đã rút lại' : 'đã rút lại hoặc thay bằng bản sau'}
          </span>
        ) : (
          <StateOf state={state} />
        )
      }
    >
      <div className="panel-body">
        <p className="soft">
          {by} gửi lúc {when}
          {decided && `. Xử lý: ${decided}`}.
        </p>
      </div>
      {changes.length > 0 && (
        <details className="panel-body" open={version === revisions[0]?.version && changes.length <= 10}>
          <summary>{changes.length} thay đổi</summary>
          <ChangeList caption={`Thay đổi của bản ${version}`} changes={changes} />
        </details>
      )}
    </Panel>
  ))
}

function StateOf({ state }: { state: Exclude<SubmissionStage, 'superseded'> }) {
  return state === 'frozen' ? <StageChip stage="checked">Đang ký</StageChip> : <StageChip stage={state} />
}
