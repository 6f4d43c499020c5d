import { ALL_FIELDS } from '@/lib/catalogue'
import type { Answers, GateCode } from '@/lib/catalogue/conditions'

/** Printed where the gate question was answered no. */
export const NO = 'Không'

const GATES = new Map(ALL_FIELDS.map((field) => [field.code, field.gate]))

/** Was this question, or the one before it, answered no? Who never served was never discharged either. */
export function isClosed(gate: GateCode | undefined, answers: Answers): boolean {
  if (gate === undefined) return false
  return answers[gate] === false || isClosed(GATES.get(gate), answers)
}
