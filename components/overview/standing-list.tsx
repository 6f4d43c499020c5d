import { StateChip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { Track } from '@/components/ui/track'
import { PERSON_STATES, type PersonState, STAGE_OF_STATE } from '@/lib/domain/people-stages'
import { type Counted, Figure, share } from './figure'

type StandingListProps = {
  counts: Record<(typeof STAGE_OF_STATE)[PersonState] | 'people', number>
  of: Counted | null
}

const WORDS: Record<PersonState, string> = {
  draft: 'người khai chưa gửi lần nào',
  submitted: 'cán bộ hồ sơ đang giữ',
  returned: 'người khai đang sửa',
  checked: 'chờ thủ trưởng ký',
  approved: 'đã ký, chưa có kết quả gửi Bộ',
  synced: 'Bộ đang giữ đúng bản đã ký',
  error: 'Bộ từ chối hoặc gửi hỏng',
}

/** Where everybody stands: the parts add up to the whole. */
export function StandingList({ counts, of }: StandingListProps) {
  const whole = counts.people
  return (
    <Panel title={`${whole.toLocaleString('vi')} hồ sơ đang ở đâu`} padded={false}>
      <ul className="standing">
        {PERSON_STATES.map((state) => {
          const stage = STAGE_OF_STATE[state]
          const figure = counts[stage]
          return (
            <li key={state}>
              <b>
                <Figure figure={figure} stage={stage} of={of} says={WORDS[state]} />
              </b>
              <StateChip state={state} />
              <span className="soft">{WORDS[state]}</span>
              <Track thin percents={[whole === 0 ? 0 : (100 * figure) / whole]} />
              <span className="num">{share(figure, whole)}</span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
