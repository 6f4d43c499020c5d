import 'server-only'
import { z } from 'zod'
import { QUOTA_KINDS, type QuotaKind, usedOf } from '@/lib/domain/organisation/headcount'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { loadUnit } from '../units/unit-tree'
import { peopleOn } from './tree-on'

export const SetQuota = z.object({
  unitId: z.uuid(),
  year: z.int('Ghi năm, ví dụ 2026.').min(2000, 'Ghi năm, ví dụ 2026.').max(2100, 'Ghi năm, ví dụ 2026.'),
  kind: z.enum(QUOTA_KINDS, 'Chọn loại.'),
  count: z.int('Ghi số người.').min(0, 'Ghi số người.').max(100_000, 'Ghi số người.'),
  basis: typedText(200, 'Ghi số, ngày quyết định giao.'),
})

/** What is allotted to a unit for a year (R156). Allotting again for the same year replaces it; the log keeps both. */
export const setQuota = ({ transact, actor, input, now }: Call<z.output<typeof SetQuota>>) =>
  transact(async (tx) => {
    const unit = await loadUnit(actor, 'unit.manage', input.unitId)
    const { unitId, year, kind, count, basis } = input
    const said = { count, basis, byName: actor.personName, at: now }
    await tx.headcountQuota.upsert({
      where: { unitId_year_kind: { unitId, year, kind } },
      create: { unitId, year, kind, ...said },
      update: said,
    })
    const subject = { type: 'unit', id: unit.id, name: unit.name } as const
    await writeAudit(
      tx,
      actor,
      { action: 'unit.quotaSet', subject, unitPath: unit.path, detail: { year, kind, count, basis } },
      now,
    )
    return {}
  })

/** People against allotment on that day, with the decision each allotment rests on. */
export async function quotaPage(unitId: string, day: string) {
  const quotas = await db.headcountQuota.findMany({ where: { unitId, year: Number(day.slice(0, 4)) } })
  const known = quotas.map(({ kind, ...quota }) => ({ ...quota, kind: kind as QuotaKind }))
  const people = (await peopleOn(day, unitId)).get(unitId) ?? []
  return usedOf(people, known).map((one) => ({
    ...one,
    basis: known.find(({ kind }) => kind === one.kind)?.basis ?? null,
  }))
}
