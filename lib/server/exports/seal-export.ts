import 'server-only'
import type { z } from 'zod'
import { DAY_FIELD, fillLateField, NUMBER_FIELD, removeDraftMarks } from '@/lib/documents/official/late-fields'
import { dayInWords } from '@/lib/documents/official/official-form'
import { AGENCY_FIELD, APPROVER_FIELD } from '@/lib/documents/signature-field'
import { dayOf } from '@/lib/domain/calendar'
import { exportNumber } from '@/lib/domain/exports/export-words'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { agencyCertificate } from './agency-certificate'
import { exportToSeal, type FoundExport } from './export-access'
import { keepingRefusals } from './keeping-refusals'
import { assembleRound, judgeRound, prepareRound } from './paper-round'
import type { CompleteExport, StartExport } from './sign-export'

const PLACE = 'Đồng Tháp'

/**
 * First half of the agency's signature: the document gets the next number of the agency and year, and this day; the mark of a draft
 * goes. The number is nobody's until the seal holds, so that none is ever lost.
 */
export async function startSeal(call: Call<z.output<typeof StartExport>>) {
  const { transact, actor, input, now } = call
  const found = await exportToSeal(db, actor, input.exportId)
  return keepingRefusals(call, found, async () => {
    const certificate = await agencyCertificate(found.unitId, { der: Buffer.from(input.certificate, 'base64'), now })
    const number = await nextNumber(db, found.unitId, yearOf(now))
    const { kept, toPage } = await prepareRound(
      signedOf(found),
      {
        ...{ reason: 'Phát hành văn bản', at: now, signerName: found.unit.name, field: AGENCY_FIELD },
        write: (document, { regular, italic }) => {
          fillLateField(document, NUMBER_FIELD, `Số: ${exportNumber(number, found.kind, found.unit.code)}`, regular, 13)
          fillLateField(document, DAY_FIELD, `${PLACE}, ${dayInWords(dayOf(now))}`, italic, 13)
          removeDraftMarks(document)
        },
      },
      { certificate, intermediates: input.intermediates, number },
    )
    await transact(async (tx) => {
      const { count } = await tx.legalExport.updateMany({ where: { id: found.id, state: 'signed' }, data: kept })
      if (count === 0) throw new Refusal('exportDecided', {})
    })
    return toPage
  })
}

/** Second half: with both signatures holding it is issued, under its number, and what it replaces is replaced. */
export async function completeSeal(call: Call<z.output<typeof CompleteExport>>) {
  const { transact, actor, input, now } = call
  const found = await exportToSeal(db, actor, input.exportId)
  return keepingRefusals(call, found, async () => {
    const { pdf, certificate, preparedSha256, number } = await assembleRound(found, input.signature)
    const ours = certificate.userId === null && certificate.unitId === found.unitId && certificate.withdrawnAt === null
    const registered = {
      [APPROVER_FIELD]: [await fingerprintOf(found.signerCertificateId)],
      [AGENCY_FIELD]: ours ? [certificate.fingerprint] : [],
    }
    const { pdf: kept, verdict } = await judgeRound(pdf, {
      signatures: 2,
      registered,
      preparedSha256,
      at: now,
      exportId: found.id,
    })
    const year = yearOf(now)
    await transact(async (tx) => {
      // One at a time within the agency: the second finds its number taken and seals anew.
      await tx.$queryRaw`SELECT id FROM unit WHERE id = ${found.unitId}::uuid FOR NO KEY UPDATE`
      if (number === null || number !== (await nextNumber(tx, found.unitId, year)))
        throw new Refusal('exportNumberTaken', {})
      const { count } = await tx.legalExport.updateMany({
        where: { id: found.id, state: 'signed', preparedSha256 },
        data: {
          ...{ state: 'issued', signedPdf: new Uint8Array(kept), year, number, closedAt: now },
          ...{ sealedById: actor.userId, sealedBy: actor.personName, certificateId: certificate.id },
          verdict: verdict as unknown as Prisma.InputJsonValue,
          ...{ preparedPdf: null, preparedSha256: null, attributes: null },
        },
      })
      if (count === 0) throw new Refusal('exportDecided', {})
      if (found.replacesId) await replace(tx, found.replacesId)
      const subject = { type: 'export', id: found.id, name: found.subjectName } as const
      const detail = { kind: found.kind, number: exportNumber(number, found.kind, found.unit.code) }
      await writeAudit(tx, actor, { action: 'export.issued', subject, unitPath: found.unit.path, detail }, now)
    })
    return { exportId: found.id }
  })
}

/** Of two documents that would replace the same one, the second is refused. */
async function replace(tx: Tx, id: string) {
  const { count } = await tx.legalExport.updateMany({ where: { id, state: 'issued' }, data: { state: 'replaced' } })
  if (count === 0) throw new Refusal('exportDecided', {})
}

const yearOf = (now: Date) => Number(dayOf(now).slice(0, 4))

/** From 01 on 1 January (Nghị định 30/2020, Điều 15), each number given once and none left out. */
async function nextNumber(tx: Tx, unitId: string, year: number): Promise<number> {
  const last = await tx.legalExport.aggregate({ where: { unitId, year }, _max: { number: true } })
  return (last._max.number ?? 0) + 1
}

const signedOf = ({ signedPdf }: FoundExport): Uint8Array => {
  if (!signedPdf) throw new Error('A signed export without its file')
  return signedPdf
}

const fingerprintOf = async (id: string | null) =>
  (id && (await db.signerCertificate.findUnique({ where: { id }, select: { fingerprint: true } }))?.fingerprint) || ''
