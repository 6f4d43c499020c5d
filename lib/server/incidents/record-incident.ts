import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { dateColumn, fromDateColumn, sayInstant } from '@/lib/domain/calendar'
import { reportDue } from '@/lib/domain/incident-terms'
import type { Actor } from '@/lib/domain/policy'
import { mayAnywhere, within } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call, Transact } from '../call'
import { db } from '../db'
import { IssueInput } from '../jobs/issue-accounts/issue-accounts'
import { requestJob } from '../jobs/request-job'
import { loadUnit } from '../units/unit-tree'

export const RecordIncident = IssueInput.extend({
  description: typedText(2000, 'Ghi việc gì đã xảy ra, ai hoặc dữ liệu nào bị ảnh hưởng.'),
  discoveredOn: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/09/2026.'),
})

/**
 * A leak is recorded, and in the same breath the passwords of the accounts it touches are taken away: both or neither
 * (Quy chế, Điều 10 khoản 3).
 */
export async function recordIncident({ transact, actor, input, now }: Call<z.output<typeof RecordIncident>>) {
  const { description, discoveredOn, ...scope } = input
  const unit = await loadUnit(actor, 'incident.record', input.unitId)
  if (discoveredOn > actor.today) {
    throw new Refusal('formInvalid', { count: 1 }, { discoveredOn: 'Ngày phát hiện chưa đến.' })
  }
  return transact(async (tx) => {
    const inside: Transact = (work) => work(tx)
    const due = reportDue(discoveredOn)
    const incident = await tx.securityIncident.create({
      data: {
        ...{ description, unitId: unit.id, unitName: unit.name, unitPath: unit.path },
        ...{ discoveredOn: dateColumn(discoveredOn), reportDue: due },
        ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      },
    })
    const subject = { type: 'incident', id: incident.id, name: unit.name } as const
    const detail = { description, discoveredOn, reportDue: due.toISOString() }
    await writeAudit(tx, actor, { action: 'incident.recorded', subject, unitPath: unit.path, detail }, now)
    const asked = { kind: 'accounts.reset' as const, input: scope }
    return { incidentId: incident.id, jobId: await requestJob({ transact: inside, actor, input: asked, now }) }
  })
}

/** Incidents of the units in reach, newest first. */
export async function incidentList(actor: Actor, page: { skip: number; take: number }) {
  if (!mayAnywhere(actor, 'incident.record')) throw new Refusal('notFound', {})
  const reach = within(actor, 'incident.record')
  const paths = typeof reach === 'string' ? [] : reach.unitPaths
  const where = reach === 'everything' ? {} : { OR: paths.map((path) => ({ unitPath: { startsWith: path } })) }
  const [total, rows] = await Promise.all([
    db.securityIncident.count({ where }),
    db.securityIncident.findMany({ where, orderBy: { id: 'desc' }, ...page }),
  ])
  const incidents = rows.map(({ id, description, unitName, discoveredOn, reportDue: due, byName, at }) => ({
    ...{ id, description, unitName, discoveredOn: fromDateColumn(discoveredOn) },
    ...{ due: sayInstant(due), by: `${byName}, ${sayInstant(at)}` },
  }))
  return { total, incidents }
}
