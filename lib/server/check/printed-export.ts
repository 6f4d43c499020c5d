import 'server-only'
import { KIND_WORDS, numberOf } from '@/lib/domain/exports/export-words'
import { db } from '../db'
import { withdrawnSince } from '../exports/withdrawn-since'

/** What a stranger with an issued document is told: that it stands, or by which number it was replaced. */
export type PrintedExport = {
  standing: 'stands' | 'replaced'
  kind: string
  number: string
  unitName: string
  signer: string
  signerTitle: string
  closedAt: Date
  /** Since when the approval of something in it is taken back; null while all of it stands. */
  withdrawnSince: Date | null
  /** The number of the document that took its place. */
  replacedBy: string | null
}

/** Of the code of an issued document; null for any other, drafts among them. */
export async function printedExport(code: string): Promise<PrintedExport | null> {
  const unit = { select: { code: true, name: true } }
  const found = await db.legalExport.findUnique({ where: { verifyCode: code }, include: { unit } })
  const number = found && numberOf(found)
  if (!found?.closedAt || number === null) return null
  const next = await db.legalExport.findFirst({
    where: { replacesId: found.id, state: { in: ['issued', 'replaced'] } },
    include: { unit },
  })
  return {
    standing: found.state === 'issued' ? 'stands' : 'replaced',
    ...{ kind: KIND_WORDS[found.kind].name, number: number ?? '', unitName: found.unit.name },
    ...{ signer: found.signerName ?? '', signerTitle: found.signerTitle ?? '', closedAt: found.closedAt },
    withdrawnSince: await withdrawnSince(found.id),
    replacedBy: next && numberOf(next),
  }
}
