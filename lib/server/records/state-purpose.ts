import 'server-only'
import { z } from 'zod'
import { dateColumn } from '@/lib/domain/calendar'
import { type Actor, can } from '@/lib/domain/policy'
import { mayOpenSensitive, needsPurpose } from '@/lib/domain/reading'
import { Refusal } from '@/lib/domain/refusal'
import { PURPOSE_CODES, sayPurpose } from '@/lib/domain/view-purposes'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { roleFor } from './note-read'

export const StatePurpose = z.object({
  recordId: z.uuid(),
  purpose: z.enum(PURPOSE_CODES, 'Chọn mục đích.'),
  matter: z
    .string()
    .trim()
    .normalize('NFC')
    .min(5, 'Ghi việc cụ thể, ví dụ số công văn.')
    .max(200, 'Tối đa 200 ký tự.'),
  /** Opens the sensitive values too. */
  sensitive: z.boolean(),
})

/** Says what a reader off duty looks for, for this record and this day. The person sees it. */
export const statePurpose = ({ transact, actor, input, now }: Call<z.output<typeof StatePurpose>>) =>
  transact(async (tx) => {
    const { person, mayOpen, role } = await subjectOf(tx, actor, input.recordId)
    if (input.sensitive && !mayOpen) throw new Refusal('notFound', {})
    const { recordId, sensitive } = input
    const purpose = sayPurpose(input.purpose, input.matter)
    await tx.viewPurpose.create({
      data: { userId: actor.userId, recordId, day: dateColumn(actor.today), purpose, sensitive, at: now },
    })
    const subject = { type: 'record', id: recordId, name: person.fullName } as const
    const detail = { role, purpose, sensitive }
    await writeAudit(tx, actor, { action: 'record.purposeStated', subject, unitPath: person.unit.path, detail }, now)
    return {}
  })

/** For the page that asks: whose record it is. Throws `notFound` out of reach. */
export const purposePage = (actor: Actor, recordId: string) => subjectOf(db, actor, recordId)

async function subjectOf(tx: Tx, actor: Actor, id: string) {
  const record = await tx.record.findUnique({
    where: { id },
    select: { person: { select: { id: true, fullName: true, unit: { select: { name: true, path: true } } } } },
  })
  const subject = record && { personId: record.person.id, unitPath: record.person.unit.path }
  if (!subject || !can(actor, 'record.read', subject) || !needsPurpose(actor, subject))
    throw new Refusal('notFound', {})
  return {
    person: record.person,
    mayOpen: mayOpenSensitive(actor, subject),
    role: roleFor(actor, 'record.read', subject),
  }
}
