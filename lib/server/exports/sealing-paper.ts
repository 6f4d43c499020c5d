import 'server-only'
import { numberedPaper } from '@/lib/documents/official/numbered-paper'
import { dayInWords } from '@/lib/documents/official/official-form'
import { dayOf } from '@/lib/domain/calendar'
import { exportNumber } from '@/lib/domain/exports/export-words'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import type { FoundExport } from './export-access'
import { UNPREPARED } from './offered-paper'

const PLACE = 'Đồng Tháp'

/**
 * The paper the agency signs: with the next number of agency and year, and this day. The number is nobody's until the seal holds, so
 * that none is ever lost; therefore the next document waits while the seal of one is not settled.
 */
export async function sealingPaper({ transact, now }: Pick<Call<unknown>, 'transact' | 'now'>, found: FoundExport) {
  await requireNoneWaiting(db, found.unitId)
  const day = dayOf(now)
  const number = await nextNumber(db, found.unitId, yearIn(day))
  if (found.paperPdf && found.offeredNumber === number && found.offeredOn === day) return found.paperPdf
  if (!found.signedPdf) throw new Error('A signed export without its file')
  const paper = await numberedPaper(found.signedPdf, {
    number: `Số: ${exportNumber(number, found.kind, found.unit.code)}`,
    day: `${PLACE}, ${dayInWords(day)}`,
  })
  await transact(async (tx) => {
    const { count } = await tx.legalExport.updateMany({
      where: { id: found.id, state: 'signed' },
      data: { paperPdf: new Uint8Array(paper), offeredNumber: number, offeredOn: day, ...UNPREPARED },
    })
    if (count === 0) throw new Refusal('exportDecided', {})
  })
  return paper
}

export async function requireNoneWaiting(tx: Tx, unitId: string) {
  const waiting = await tx.legalExport.count({ where: { unitId, state: 'sealWaits' } })
  if (waiting > 0) throw new Refusal('exportSealWaits', {})
}

/** From 01 on 1 January (Nghị định 30/2020, Điều 15), each number given once and none left out. */
export async function nextNumber(tx: Tx, unitId: string, year: number): Promise<number> {
  const last = await tx.legalExport.aggregate({ where: { unitId, year }, _max: { number: true } })
  return (last._max.number ?? 0) + 1
}

export const yearIn = (day: string) => Number(day.slice(0, 4))
