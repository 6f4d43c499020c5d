import { ALL_FIELDS, type SectionId } from '@/lib/catalogue'
import type { Answers, GateCode } from '@/lib/catalogue/conditions'
import type { Place } from './form'

/** Printed where the gate question was answered no. */
export const NO = 'Không'

const QUESTIONS = new Map(ALL_FIELDS.map((field) => [field.code, field]))

/** The question that was answered no, this one or one before it: who never served was never discharged either. */
export function closedBy(gate: GateCode | undefined, answers: Answers): Place | null {
  const question = gate === undefined ? undefined : QUESTIONS.get(gate)
  if (!question) return null
  const before = closedBy(question.gate, answers)
  if (before !== null || answers[question.code] !== false) return before
  return { section: question.section as SectionId, code: question.code }
}
