import { CARDS } from '@/components/ui/card-roles'
import type { Result } from '@/lib/domain/result'
import { WordsForm } from './words-form'

export type SeenView = {
  id: string
  at: string
  when: string
  who: string
  role: string | null
  what: string
  purpose: string | null
  question: { asked: string; askedAt: string; answer: string | null; answered: string | null } | null
}

type ViewTableProps = {
  views: readonly SeenView[]
  ask: (input: { eventId: string; question: string }) => Promise<Result<unknown>>
}

/** Who saw one's record, newest first; under a look what was asked about it and what was answered. */
export function ViewTable({ views, ask }: ViewTableProps) {
  return (
    <table {...CARDS.table} className="cards" aria-label="Lượt xem hồ sơ">
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Lúc</th>
          <th {...CARDS.columnHead}>Người xem</th>
          <th {...CARDS.columnHead}>Vai trò</th>
          <th {...CARDS.columnHead}>Việc</th>
          <th {...CARDS.columnHead}>Mục đích đã ghi</th>
          <th {...CARDS.columnHead}>Hỏi và trả lời</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {views.map(({ id, at, when, who, role, what, purpose, question }) => (
          <tr key={id} {...CARDS.row}>
            <td {...CARDS.cell} data-l="Lúc" className="when">
              <time dateTime={at}>{when}</time>
            </td>
            <th {...CARDS.rowHead} className="nowrap">
              {who}
            </th>
            <td {...CARDS.cell} data-l="Vai trò">
              {role ?? 'không ghi'}
            </td>
            <td {...CARDS.cell} data-l="Việc">
              {what}
            </td>
            <td {...CARDS.cell} data-l="Mục đích">
              {purpose ?? <span className="mute">việc thường ngày</span>}
            </td>
            <td {...CARDS.cell} data-l="Hỏi và trả lời" className="lines">
              {question ? (
                <Asked question={question} />
              ) : (
                <WordsForm
                  id={id}
                  open="Hỏi lý do"
                  about={`${who}, ${when}`}
                  label="Anh/Chị muốn hỏi gì?"
                  name="question"
                  send="Gửi câu hỏi"
                  act={ask}
                  idName="eventId"
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Asked({ question: { asked, askedAt, answer, answered } }: { question: NonNullable<SeenView['question']> }) {
  return (
    <div>
      <p>
        <b>Hỏi:</b> {asked} <span className="meta">{askedAt}</span>
      </p>
      {answer === null ? (
        <p className="mute">Chưa có trả lời.</p>
      ) : (
        <p>
          <b>Trả lời:</b> {answer} <span className="meta">{answered}</span>
        </p>
      )}
    </div>
  )
}
