import { CARDS } from '@/components/ui/card-roles'
import type { Result } from '@/lib/domain/result'
import { WordsForm } from './words-form'

type Question = {
  id: string
  asker: string
  unitName: string
  viewed: string
  purpose: string | null
  question: string
  askedAt: string
  answer: string | null
  answered: string | null
  mayAnswer: boolean
}

type QuestionTableProps = {
  questions: readonly Question[]
  answer: (input: { questionId: string; answer: string }) => Promise<Result<unknown>>
}

/** Questions about looks into records, those that wait first. */
export function QuestionTable({ questions, answer }: QuestionTableProps) {
  return (
    <table {...CARDS.table} className="cards" aria-label="Câu hỏi về lượt xem">
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Người hỏi</th>
          <th {...CARDS.columnHead}>Lượt xem</th>
          <th {...CARDS.columnHead}>Câu hỏi</th>
          <th {...CARDS.columnHead}>Trả lời</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {questions.map((one) => (
          <tr key={one.id} {...CARDS.row}>
            <th {...CARDS.rowHead}>
              {one.asker}
              <span className="meta"> {one.unitName}</span>
            </th>
            <td {...CARDS.cell} data-l="Lượt xem">
              {one.viewed}
              {one.purpose && <span className="meta"> {one.purpose}</span>}
            </td>
            <td {...CARDS.cell} data-l="Câu hỏi" className="lines">
              <span>
                {one.question} <span className="meta">{one.askedAt}</span>
              </span>
            </td>
            <td {...CARDS.cell} data-l="Trả lời" className="lines">
              {one.answer !== null && (
                <span>
                  {one.answer} <span className="meta">{one.answered}</span>
                </span>
              )}
              {one.mayAnswer && (
                <WordsForm
                  id={one.id}
                  idName="questionId"
                  name="answer"
                  open="Trả lời"
                  about={one.asker}
                  label="Câu trả lời"
                  send="Gửi trả lời"
                  act={answer}
                />
              )}
              {one.answer === null && !one.mayAnswer && <span className="mute">chờ cấp trên</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
