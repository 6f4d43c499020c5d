import 'server-only'
import { z } from 'zod'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { peopleWithin } from '../within'
import { workSight } from './sight'

export const CheckSubmission = z.object({ submissionId: z.uuid() })

export const ReturnSubmission = z.object({
  submissionId: z.uuid(),
  fields: z
    .array(
      z.object({
        section: z.string(),
        code: z.string(),
        row: z.string().nullable(),
        reason: typedText(500, 'Ghi lý do trả lại.'),
      }),
    )
    .min(1, 'Chọn ít nhất một trường để trả lại.'),
})

/** A field given back to the person, with the officer's words. */
export type ReturnedField = z.output<typeof ReturnSubmission>['fields'][number]

/** What waits for this officer: never their own record. */
export const waitingFor = (actor: Actor): Prisma.SubmissionWhereInput => ({
  state: 'submitted',
  record: { person: { AND: [peopleWithin(actor, 'record.review'), notOneself(actor)], sameAsId: null } },
})

/** One submission with its changes, old → new. Throws `notFound` outside the actor's reach. */
export async function reviewOf(actor: Actor, submissionId: string) {
  const { revision, person, ...submission } = await loadSubmission(db, actor, submissionId)
  const sight = workSight(actor, { personId: person.id, unitPath: person.unit.path })
  if (!sight) throw new Refusal('notFound', {})
  const { id, version } = revision
  return { ...submission, person, revision: { id, version }, sight, changes: sight.changes(revision.changes) }
}

/** The officer finds every change right: Đạt. The head signs later. */
export const checkSubmission = (call: Call<z.output<typeof CheckSubmission>>) =>
  decide(call, { state: 'checked', returned: [], action: 'record.checked' })

/** Back to the person, whole, with reasons at the fields that are wrong. */
export const returnSubmission = (call: Call<z.output<typeof ReturnSubmission>>) =>
  decide(call, { state: 'returned', returned: call.input.fields, action: 'record.returned' })

async function decide(
  { transact, actor, input, now }: Call<{ submissionId: string }>,
  decision: { state: 'checked' | 'returned'; returned: ReturnedField[]; action: 'record.checked' | 'record.returned' },
) {
  return transact(async (tx) => {
    const submission = await loadSubmission(tx, actor, input.submissionId)
    if (submission.person.id === actor.personId) throw new Refusal('ownRecord', {})
    const { count } = await tx.submission.updateMany({
      where: { id: submission.id, state: 'submitted' },
      data: {
        state: decision.state,
        returned: decision.returned,
        decidedById: actor.userId,
        decidedBy: actor.personName,
        decidedAt: now,
      },
    })
    if (count === 0) throw new Refusal('submissionDecided', {})
    if (decision.state === 'returned')
      await tx.record.update({ where: { id: submission.recordId }, data: { hasUnsent: true } })
    await writeAudit(
      tx,
      actor,
      {
        action: decision.action,
        subject: { type: 'record', id: submission.recordId, name: submission.person.fullName },
        unitPath: submission.person.unit.path,
        detail: { version: submission.revision.version, fields: decision.returned.map(({ code }) => code) },
      },
      now,
    )
    return { recordId: submission.recordId }
  })
}

async function loadSubmission(tx: Tx, actor: Actor, id: string) {
  const row = await tx.submission.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      submittedAt: true,
      recordId: true,
      returned: true,
      decidedAt: true,
      decidedBy: true,
      revision: { select: { id: true, version: true, changes: true } },
      record: {
        select: { person: { select: { id: true, fullName: true, unit: { select: { path: true, name: true } } } } },
      },
    },
  })
  const person = row?.record.person
  if (!row || !person || !can(actor, 'record.review', { personId: person.id, unitPath: person.unit.path })) {
    throw new Refusal('notFound', {})
  }
  return { ...row, person }
}

const notOneself = (actor: Actor): Prisma.PersonWhereInput =>
  actor.personId === null ? {} : { id: { not: actor.personId } }
