import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { FoundExport } from './export-access'

/** Does a step of signing; when it is refused, the log keeps why, in a transaction of its own. */
export async function keepingRefusals<T>(
  { transact, actor, now }: Call<unknown>,
  found: FoundExport,
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const reasons = 'reasons' in error.details ? error.details.reasons : []
    const subject = { type: 'export', id: found.id, name: found.subjectName } as const
    const entry = { action: 'export.signatureRefused', subject, unitPath: found.unit.path } as const
    await transact((tx) => writeAudit(tx, actor, { ...entry, detail: { code: error.code, reasons } }, now))
    throw error
  }
}
