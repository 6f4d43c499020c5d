import 'server-only'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { nextAsk } from '@/lib/domain/ask-again'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { type Acting, writeAudit } from '../audit'
import type { Tx } from '../db'
import type { FoundExport } from './export-access'

/** Of a document for which no authority is asked. */
export const NOTHING_AWAITED = { returnedPdf: null, receivedAt: null, askAgainAt: null, asked: 0, givenBack: null }

type Came = { acting: Acting; found: FoundExport; pdf: Uint8Array; verdict: Verdict; now: Date }
type Waiting = { state: 'signatureWaits' } | { state: 'sealWaits'; sealedById: string; sealedBy: string }

/** Keeps what came back signed, while the authority is silent about its signer: it counts for nothing yet, and the worker asks again. */
export async function awaitAnswer(tx: Tx, { acting, found, pdf, verdict, now }: Came, waiting: Waiting) {
  const fingerprint = verdict.signatures.at(-1)?.fingerprint ?? ''
  const certificate = await tx.signerCertificate.findUniqueOrThrow({ where: { fingerprint }, select: { id: true } })
  const { count } = await tx.legalExport.updateMany({
    where: { id: found.id, state: found.state, statement: found.statement },
    data: {
      ...{ ...waiting, returnedPdf: new Uint8Array(pdf), certificateId: certificate.id, givenBack: null },
      ...{ receivedAt: now, askAgainAt: nextAsk(0, now), asked: 0 },
      // The seal's comes beside the first signature's, which stands; until then nothing stood.
      ...(waiting.state === 'signatureWaits' && { verdict: verdict as unknown as Prisma.InputJsonValue }),
    },
  })
  if (count === 0) throw new Refusal('exportDecided', {})
  const subject = { type: 'export', id: found.id, name: found.subjectName } as const
  const detail = { kind: found.kind }
  await writeAudit(tx, acting, { action: 'export.awaitsAuthority', subject, unitPath: found.unit.path, detail }, now)
}
