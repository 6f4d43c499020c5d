import { Panel } from '@/components/ui/panel'
import type { PeopleStage } from '@/lib/domain/people-stages'
import { type Counted, Figure } from './figure'

/** What waits for somebody, and whose turn it is. Lines without people are left out. */
const LINES = [
  { stage: 'refused', words: 'hồ sơ Bộ từ chối, đơn vị sửa', look: 'bad' },
  { stage: 'toSend', words: 'hồ sơ đã duyệt, chờ gửi Bộ', look: undefined },
  { stage: 'changed', words: 'hồ sơ đã duyệt, có thay đổi chưa gửi', look: undefined },
  { stage: 'incomplete', words: 'người còn thiếu trường bắt buộc', look: undefined },
  { stage: 'neverSignedIn', words: 'người chưa đăng nhập lần nào', look: undefined },
] as const satisfies readonly { stage: PeopleStage; words: string; look: string | undefined }[]

type StuckListProps = { counts: Record<(typeof LINES)[number]['stage'], number>; of: Counted | null }

export function StuckList({ counts, of }: StuckListProps) {
  const lines = LINES.filter(({ stage }) => counts[stage] > 0)
  return (
    <Panel title="Đang chờ" padded={false}>
      <ul className="stuck">
        {lines.map(({ stage, words, look }) => (
          <li key={stage}>
            <b className={look}>
              <Figure figure={counts[stage]} stage={stage} of={of} says={words} />
            </b>
            <span>{words}</span>
          </li>
        ))}
        {lines.length === 0 && (
          <li>
            <b>0</b>
            <span>việc đang chờ</span>
          </li>
        )}
      </ul>
    </Panel>
  )
}
