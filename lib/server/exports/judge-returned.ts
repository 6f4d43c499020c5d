import 'server-only'
import { isOpen } from '@/lib/documents/pdf-signature/verdict'
import { Refusal } from '@/lib/domain/refusal'
import type { Expected } from '../approvals/accept-signed'
import { type JudgedFile, judgeSigned } from '../signing/judge-signed'

type Known = Expected & { exportId: string; signatures: 1 | 2; registered: Record<string, string[]>; now: Date }

/**
 * Judges a document that came back as if a stranger had sent it; the file that is answered, stamped, is to be kept. `waits` while the
 * authority has not said whether a signer was revoked. Throws `signatureRefused` with every reason, the missing stamp among them:
 * once the agency has signed, nobody can stamp the signature before.
 */
export async function judgeReturned(
  given: Uint8Array,
  { exportId, now, ...known }: Known,
): Promise<JudgedFile & { waits: boolean }> {
  const judged = await judgeSigned(given, { ...known, receivedAt: now, now, file: `van-ban-${exportId}.pdf` })
  const { valid, reasons, awaits, manifest } = judged.verdict
  const unstamped = awaits.filter(({ code }) => code === 'timeStampMissing')
  const against = [...reasons, ...(valid ? unstamped : [])]
  if (against.length > 0)
    throw new Refusal('signatureRefused', { reasons: against.map(({ message }) => message.replace(/\.$/, '')) })
  if (manifest?.type !== 'hscbcc.export/1' || manifest.exportId !== exportId) throw new Refusal('batchChanged', {})
  return { ...judged, waits: isOpen(judged.verdict, 'revocationUnknown') }
}
