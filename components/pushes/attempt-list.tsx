import { sayInstant } from '@/lib/domain/calendar'

export type Attempt = {
  id: string
  action: string
  outcome: string
  httpStatus: number | null
  answer: string | null
  startedAt: Date
}

/** What was heard, in words; the part after the colon says why nothing certain was. */
const OUTCOMES: Record<string, string> = {
  accepted: 'Bộ nhận',
  refused: 'Bộ từ chối',
  exists: 'Bộ đáp hồ sơ đã có, gửi tiếp bằng bản sửa',
  absent: 'Bộ đáp chưa có hồ sơ, gửi tiếp bằng bản thêm mới',
  'retry:network': 'Không nối được tới Bộ',
  'retry:busy': 'Bộ báo bận',
  'retry:timeout': 'Hết giờ chờ khi đăng nhập',
  'retry:reset': 'Mất kết nối khi đăng nhập',
  'retry:serverError': 'Bộ báo lỗi khi đăng nhập',
  'retry:notJson': 'Trang lạ thay cho câu trả lời khi đăng nhập',
  'unknown:timeout': 'Hết giờ chờ, chưa rõ Bộ đã nhận chưa',
  'unknown:reset': 'Mất kết nối, chưa rõ Bộ đã nhận chưa',
  'unknown:serverError': 'Bộ báo lỗi máy chủ, chưa rõ đã nhận chưa',
  'unknown:notJson': 'Trang lạ thay cho câu trả lời, chưa rõ Bộ đã nhận chưa',
  'unknown:crashed': 'Tiến trình gửi dừng giữa chừng, chưa rõ Bộ đã nhận chưa',
  'blocked:auth': 'Bộ không nhận tài khoản kết nối',
  'blocked:config': 'Địa chỉ kết nối không đúng',
}
const ACTIONS: Record<string, string> = { ADD: 'thêm mới', EDIT: 'sửa' }

/** Every try, newest first; the ministry's own words folded, for those who may see them. */
export function AttemptList({ attempts, seesAnswers }: { attempts: Attempt[]; seesAnswers: boolean }) {
  return (
    <ol className="line-list">
      {attempts.toReversed().map(({ id, action, outcome, httpStatus, answer, startedAt }, at) => (
        <li key={id} className={outcome === 'accepted' ? 'is-done' : outcome === 'refused' ? 'is-back' : undefined}>
          <time dateTime={startedAt.toISOString()}>{sayInstant(startedAt)}</time>
          Lần {attempts.length - at}
          {ACTIONS[action] ? ` (${ACTIONS[action]})` : ''}: {OUTCOMES[outcome] ?? outcome}
          {seesAnswers && answer && (
            <details>
              <summary>Nguyên văn trả lời của Bộ</summary>
              <p className="meta">HTTP {httpStatus}</p>
              <pre>{answer}</pre>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}
