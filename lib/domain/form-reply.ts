import { type AnswersOf, fieldNamed, type SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { typedAnswer } from './form-spec'
import type { RefusalDetails } from './messages'
import type { Result } from './result'
import type { Typed } from './typed'

/** Somebody else's answers, as a form shows them: typed, for the control, and said, for the chooser. */
export type AnswersInForm = Record<string, { typed: Typed; said: string }>

/** What a save answers, put into the terms of the form: stored answers of somebody else become typed ones. */
export function formReply<T>(section: SectionId, result: Result<T>, lists: Lists): Result<T> {
  if (result.ok || result.code !== 'changedMeanwhile') return result
  const { theirs, ...details } = result.details as RefusalDetails['changedMeanwhile']
  return { ...result, details: { ...details, answers: answersInForm(section, theirs, lists) } }
}

export function answersInForm(section: SectionId, answers: AnswersOf, lists: Lists): AnswersInForm {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([code, answer]) => {
      const field = fieldNamed(section, code)
      if (!field) return []
      const said = answer === null ? '' : field.display(answer as never, lists)
      return [[code, { typed: typedAnswer(field, answer, lists), said }]]
    }),
  )
}
