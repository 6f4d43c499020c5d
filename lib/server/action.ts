import 'server-only'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { messageOf } from '@/lib/domain/messages'
import { type FieldErrors, Refusal } from '@/lib/domain/refusal'
import type { Result } from '@/lib/domain/result'
import { noteRefusal } from './access'
import { type Call, transact } from './call'
import { now } from './clock'
import { lockedSession, requireActor } from './session'

/**
 * The one road from the browser to the database: know the person, read the input, do the work, refresh the pages.
 * Permission is not asked here but by `run`, with the record in hand; see `RecordFor` in records/load.ts.
 */
export function action<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (call: Call<z.output<Schema>>) => Promise<T>,
  pages: (input: z.output<Schema>) => string[] = () => [],
) {
  return async (raw: z.input<Schema>): Promise<Result<T>> => {
    // Answered, not led away: what is typed behind the locked screen stays.
    if (await lockedSession()) return decline(new Refusal('sessionLocked', {}))
    const actor = await requireActor()
    try {
      const input = schema.parse(raw)
      const value = await run({ transact, actor, input, now: now() })
      for (const page of pages(input)) revalidatePath(page)
      return { ok: true, value }
    } catch (error) {
      if (error instanceof Refusal && OUT_OF_BOUNDS.includes(error.code)) await noteRefusal(actor, run.name)
      return decline(error)
    }
  }
}

/** Refusals that say: this is not yours to do. The log hears of them. */
const OUT_OF_BOUNDS: readonly string[] = [
  'notFound',
  'outsideYourUnits',
  'roleNotYours',
  'accountAboveYou',
  'ownAccount',
  'ownRecord',
  'ownView',
  // R145: whoever tries to send what the national database does not hold.
  'deliveryNotResendable',
]

/** Expected refusals become sentences; anything else is a bug, and is thrown on to the error page and the log. */
function decline(error: unknown): Extract<Result<never>, { ok: false }> {
  if (error instanceof Refusal) {
    return { ok: false, code: error.code, message: messageOf(error), fields: error.fields, details: error.details }
  }
  if (error instanceof z.ZodError)
    return { ok: false, code: 'invalid', message: 'Có ô chưa đúng. Xem câu ghi dưới từng ô.', fields: fieldsOf(error) }
  throw error
}

/** The first sentence against each input, by its path. */
function fieldsOf(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message
  return fields
}
