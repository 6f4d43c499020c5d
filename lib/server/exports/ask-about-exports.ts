import 'server-only'
import { isOpen, type Verdict } from '@/lib/documents/pdf-signature/verdict'
import { AGENCY_FIELD, APPROVER_FIELD } from '@/lib/documents/signature-field'
import { nextAsk } from '@/lib/domain/ask-again'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import { transact } from '../call'
import { db } from '../db'
import { judgeSigned } from '../signing/judge-signed'
import { issue } from './accept-seal'
import { keepSigned } from './accept-signature'
import { NOTHING_AWAITED } from './await-answer'
import { UNPREPARED } from './offered-paper'

const AT_ONCE = 10
/** In whose name the worker settles what was signed. */
const WORKER = { personName: 'Tiến trình nền' }
const WITH_UNIT = { unit: { select: { path: true, code: true } } } as const

type Due = Prisma.LegalExportGetPayload<{ include: typeof WITH_UNIT }>

/** Asks the authorities again about documents that came back signed while they were silent. Answers how many were settled. */
export async function askAboutExports(now: Date): Promise<number> {
  const due = await db.legalExport.findMany({
    where: { askAgainAt: { lte: now }, state: { in: ['signatureWaits', 'sealWaits'] } },
    orderBy: { askAgainAt: 'asc' },
    take: AT_ONCE,
    include: WITH_UNIT,
  })
  let settled = 0
  for (const one of due) if ((await takeTurn(one, now)) && (await settle(one, now))) settled++
  return settled
}

/** Of two workers one asks; should it die meanwhile, the next turn comes by itself. */
async function takeTurn({ id, askAgainAt, asked }: Due, now: Date) {
  const { count } = await db.legalExport.updateMany({
    where: { id, askAgainAt },
    data: { askAgainAt: nextAsk(asked + 1, now), asked: asked + 1 },
  })
  return count === 1
}

async function settle(found: Due, now: Date): Promise<boolean> {
  const { returnedPdf, receivedAt, state, signerCertificateId: signer, certificateId: newest } = found
  if (!returnedPdf || !receivedAt) return false
  const isSeal = state === 'sealWaits'
  const registered = isSeal
    ? { [APPROVER_FIELD]: await fingerprints(signer), [AGENCY_FIELD]: await fingerprints(newest) }
    : { [APPROVER_FIELD]: await fingerprints(newest) }
  const { pdf, verdict } = await judgeSigned(returnedPdf, {
    ...{ file: `van-ban-${found.id}.pdf`, signatures: isSeal ? 2 : 1, registered, receivedAt, now },
  })
  if (!verdict.valid) return giveBack(found, verdict, now)
  if (isOpen(verdict, 'revocationUnknown')) return false
  const settled = { acting: WORKER, found, pdf, verdict, receivedAt, now }
  try {
    await transact((tx) => (isSeal ? issue(tx, settled) : keepSigned(tx, settled)))
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return giveBack(found, { ...verdict, reasons: [{ code: 'preparedDiffers', message: error.message }] }, now)
  }
}

const fingerprints = async (id: string | null) =>
  id === null
    ? []
    : (await db.signerCertificate.findMany({ where: { id }, select: { fingerprint: true } })).map(
        ({ fingerprint }) => fingerprint,
      )

/** The signature does not count: the document waits for another, as before, and its number is free again. */
async function giveBack({ id, state, kind, subjectName, unit }: Due, verdict: Verdict, now: Date): Promise<boolean> {
  const reasons = verdict.reasons.map(({ message }) => message.replace(/\.$/, ''))
  await transact(async (tx) => {
    const { count } = await tx.legalExport.updateMany({
      where: { id, state },
      data: {
        ...{ ...NOTHING_AWAITED, ...UNPREPARED, givenBack: reasons.join('; ') },
        ...(state === 'sealWaits' ? { state: 'signed', sealedById: null, sealedBy: null } : { state: 'requested' }),
      },
    })
    if (count === 0) return
    const subject = { type: 'export', id, name: subjectName } as const
    const detail = { kind, code: 'signatureRefused', reasons }
    await writeAudit(tx, WORKER, { action: 'export.signatureRefused', subject, unitPath: unit.path, detail }, now)
  })
  return true
}
