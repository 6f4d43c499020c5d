import type { RefusalCode } from './messages'
import type { FieldErrors } from './refusal'

/** What an action answers to the page. */
export type Result<T> =
  | { ok: true; value: T }
  | { ok: false; code: RefusalCode | 'invalid'; message: string; fields?: FieldErrors; details?: unknown }
