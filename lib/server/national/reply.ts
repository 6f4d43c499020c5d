import 'server-only'
import { z } from 'zod'
import { readComplaint } from '@/lib/domain/national-errors'
import type { Outcome, Reply } from '@/lib/domain/push'
import type { HttpAnswer } from './http'

/** Counterparts differ in whether a code is a number. */
export const code = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
])

// More fields than these are none of our business.
const said = z.object({
  err_code: code,
  message: z.string().nullish(),
  transaction_id: z.string().nullish(),
})

const BUSY = [408, 425, 429, 502, 503, 504]
const NOT_FOR_US = [404, 405, 413, 415]

/** What an answer of the service means. */
export function replyTo(answer: HttpAnswer): Reply {
  const failure = transportOutcome(answer)
  if (failure) return failure
  const content = said.safeParse(JSON.parse(answer.text))
  // 400 is the service's own complaint about the message; it need not carry a code.
  if (!content.success) return answer.status === 400 ? refused(answer.text) : { kind: 'unknown', cause: 'notJson' }
  const { err_code, message, transaction_id } = content.data
  if (err_code === 0 && answer.status < 300) return { kind: 'accepted', remoteId: transaction_id ?? null }
  return refused(message ?? '')
}

/** What the status and the form alone decide; null when there is a JSON answer to read. */
export function transportOutcome({ status, headers, text }: HttpAnswer): Outcome | null {
  // With this header the fault is the exchange's own, not the service's, and its status says less than its name.
  const fault = headers['x-road-error']
  if (fault)
    return fault.startsWith('Client.') ? { kind: 'blocked', cause: 'config' } : { kind: 'retry', cause: 'busy' }
  if (status === 401 || status === 403) return { kind: 'blocked', cause: 'auth' }
  if (BUSY.includes(status)) return { kind: 'retry', cause: 'busy', ...retryAfter(headers) }
  if (status >= 500) return { kind: 'unknown', cause: 'serverError' }
  if ((status >= 300 && status < 400) || NOT_FOR_US.includes(status)) return { kind: 'blocked', cause: 'config' }
  return isJson(text) ? null : { kind: 'unknown', cause: 'notJson' }
}

function refused(text: string): Reply {
  const complaint = readComplaint(text)
  return typeof complaint === 'string' ? { kind: complaint } : { kind: 'refused', errors: [complaint] }
}

/** `Retry-After` in seconds, or as a date. */
function retryAfter(headers: HttpAnswer['headers']): { afterMs?: number } {
  const value = headers['retry-after']
  if (!value) return {}
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) && ms > 0 ? { afterMs: ms } : {}
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
