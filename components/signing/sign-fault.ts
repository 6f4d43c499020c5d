import { KeyProblem } from '@/components/approvals/key-problem'
import type { Result } from '@/lib/domain/result'
import { ToolProblem } from './tool-problem'

/** What went wrong, and beside which field it is said. */
export type SignFault = { at: 'vow' | 'file' | 'password' | 'signedFile' | 'account' | 'whole'; message: string }

export class Wrong extends Error {
  constructor(
    readonly at: SignFault['at'],
    message: string,
  ) {
    super(message)
  }
}

/** What an action answered; throws its sentence when that is a no. */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Wrong('whole', result.message)
  return result.value
}

export function faultOf(problem: unknown): SignFault {
  if (problem instanceof Wrong) return { at: problem.at, message: problem.message }
  if (problem instanceof KeyProblem) return { at: PLACES[problem.code] ?? 'file', message: problem.message }
  if (problem instanceof ToolProblem) return { at: 'whole', message: problem.message }
  return { at: 'whole', message: 'Chưa rõ chữ ký đã đến nơi hay chưa. Tải lại trang để xem đợt này đã ký chưa.' }
}

const PLACES: Partial<Record<KeyProblem['code'], SignFault['at']>> = {
  wrongPassword: 'password',
  digestDiffers: 'whole',
}
