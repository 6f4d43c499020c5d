import 'server-only'
import { Refusal } from '@/lib/domain/refusal'

/** What an action that reads a form by itself was sent, if it is a form: anybody may post anything. Throws `formInvalid`. */
export function postedForm(sent: unknown): FormData {
  if (sent instanceof FormData) return sent
  throw new Refusal('formInvalid', { count: 1 })
}

/** The same for one line of text. */
export function postedText(sent: unknown): string {
  if (typeof sent === 'string') return sent
  throw new Refusal('formInvalid', { count: 1 })
}
