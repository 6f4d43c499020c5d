import 'server-only'
import type { Verdict } from '@/lib/documents/pdf-signature/verdict'
import { numberOf } from '@/lib/domain/exports/export-words'
import type { Actor } from '@/lib/domain/policy'
import { isHeadOf } from '../approvals/batch-access'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { agencyCertificateOf } from './agency-certificate'
import { mayRefuse } from './end-export'
import { exportFor, exportToSeal, exportToSign, type FoundExport, keepsSealOf } from './export-access'
import { offeredPaper } from './offered-paper'
import { sealingPaper } from './sealing-paper'
import { withdrawnSince } from './withdrawn-since'

/** Everything the page of one document shows. Throws `notFound` out of reach. */
export async function exportPage(actor: Actor, id: string) {
  const { verdict, ...found } = withoutFiles(await exportFor(db, actor, id))
  const others = { include: { unit: { select: { code: true } } } } as const
  const [replaces, replacedBy, agency, about, since] = await Promise.all([
    found.replacesId && db.legalExport.findUnique({ where: { id: found.replacesId }, ...others }),
    db.legalExport.findFirst({ where: { replacesId: found.id, state: { in: ['issued', 'replaced'] } }, ...others }),
    agencyCertificateOf(found.unitId),
    found.recordId && db.record.count({ where: { id: found.recordId, person: { user: { id: actor.userId } } } }),
    withdrawnSince(found.id),
  ])
  return {
    ...found,
    number: numberOf(found),
    verdict: verdict as unknown as Verdict | null,
    replaces: replaces ? { id: replaces.id, number: numberOf(replaces) } : null,
    replacedBy: replacedBy ? { id: replacedBy.id, number: numberOf(replacedBy) } : null,
    agency,
    withdrawnSince: since,
    maySign: found.state === 'requested' && isHeadOf(actor, found.unitId) && !about,
    maySeal: found.state === 'signed' && keepsSealOf(actor, found.unitId) && found.signerId !== actor.userId,
    mayRefuse: mayRefuse(actor, found),
    mayCancel: found.state === 'requested' && found.requestedById === actor.userId,
  }
}

function withoutFiles({
  paperPdf: _,
  preparedPdf: __,
  attributes: ___,
  returnedPdf: ____,
  signedPdf,
  ...found
}: FoundExport) {
  return { ...found, hasFile: signedPdf !== null }
}

/**
 * The document as it stands: issued, or signed by one and still marked as a draft; before that, for its head alone, the paper they
 * would sign. `toSeal`: for its keeper, what the agency would sign. The log keeps who took it.
 */
export async function exportFile(call: Call<{ exportId: string; toSeal?: boolean }>) {
  const { transact, actor, input, now } = call
  const found = await exportFor(db, actor, input.exportId)
  const pdf = input.toSeal
    ? await sealingPaper(call, await exportToSeal(db, actor, found.id))
    : (found.signedPdf ?? (await offeredPaper(call, await exportToSign(db, actor, found.id))))
  const number = numberOf(found)
  await transact((tx) =>
    writeAudit(
      tx,
      actor,
      {
        action: 'document.downloaded',
        subject: { type: 'export', id: found.id, name: found.subjectName },
        unitPath: found.unit.path,
        detail: { number, state: found.state },
      },
      now,
    ),
  )
  const name = number === null ? 'ban-nhap.pdf' : `van-ban-${number.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.pdf`
  return { pdf, name, isIssued: number !== null }
}
