import 'server-only'
import { z } from 'zod'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { isTaken } from '../unique-taken'
import { peopleWithin } from '../within'
import { sayView, viewsOf } from './own-views'
import { myRecordId } from './record-page'

const words = (least: string) => z.string().trim().normalize('NFC').min(5, least).max(1000, 'Tối đa 1.000 ký tự.')

export const AskAboutView = z.object({
  eventId: z.string().regex(/^\d{1,18}$/),
  question: words('Ghi điều Anh/Chị muốn hỏi.'),
})

export const AnswerQuestion = z.object({ questionId: z.uuid(), answer: words('Ghi câu trả lời.') })

/** The person asks why somebody saw their record. Once for each look. */
export async function askAboutView({ transact, actor, input, now }: Call<z.output<typeof AskAboutView>>) {
  const recordId = await myRecordId(actor)
  if (recordId === null) throw new Refusal('notFound', {})
  return transact(async (tx) => {
    const event = await tx.auditEvent.findFirst({ where: { ...viewsOf(actor, recordId), id: BigInt(input.eventId) } })
    if (!event?.actorId) throw new Refusal('notFound', {})
    const { what, purpose } = sayView(event.action, event.detail)
    const data = {
      eventId: event.id,
      recordId,
      viewerId: event.actorId,
      viewerName: event.actorName,
      viewedAt: event.at,
      viewed: what,
      purpose,
      question: input.question,
      askedAt: now,
    }
    await tx.viewQuestion.create({ data }).catch((error) => {
      throw isTaken(error, 'event_id') ? new Refusal('questionAsked', {}) : error
    })
    const subject = { type: 'record', id: recordId, name: actor.personName } as const
    await writeAudit(tx, actor, { action: 'view.questioned', subject, detail: { viewer: event.actorName } }, now)
    return {}
  })
}

/** Questions of the people in reach, those without an answer first. */
export async function questionList(actor: Actor, page: { skip: number; take: number }) {
  if (!mayAnywhere(actor, 'view.answer')) throw new Refusal('notFound', {})
  const where = { record: { person: peopleWithin(actor, 'view.answer') } }
  const [total, open, rows] = await Promise.all([
    db.viewQuestion.count({ where }),
    openQuestions(actor),
    db.viewQuestion.findMany({
      where,
      orderBy: [{ answeredAt: { sort: 'desc', nulls: 'first' } }, { askedAt: 'asc' }],
      ...page,
      include: {
        record: { select: { person: { select: { id: true, fullName: true, unit: { select: { name: true } } } } } },
      },
    }),
  ])
  const questions = rows.map(({ eventId: _, record: { person }, ...question }) => ({
    ...question,
    asker: person.fullName,
    unitName: person.unit.name,
    mayAnswer: question.answer === null && isForeign(actor, question.viewerId, person.id),
  }))
  return { total, open, questions }
}

/** How many wait for an answer of this actor. */
export const openQuestions = (actor: Actor) =>
  db.viewQuestion.count({
    where: {
      answeredAt: null,
      viewerId: { not: actor.userId },
      record: {
        person: { AND: [peopleWithin(actor, 'view.answer'), actor.personId ? { id: { not: actor.personId } } : {}] },
      },
    },
  })

/** Answers for the unit. Nobody answers for their own look, nor their own question. */
export const answerQuestion = ({ transact, actor, input, now }: Call<z.output<typeof AnswerQuestion>>) =>
  transact(async (tx) => {
    const question = await tx.viewQuestion.findUnique({
      where: { id: input.questionId },
      include: {
        record: { select: { person: { select: { id: true, fullName: true, unit: { select: { path: true } } } } } },
      },
    })
    const person = question?.record.person
    if (!question || !person || !can(actor, 'view.answer', { personId: person.id, unitPath: person.unit.path })) {
      throw new Refusal('notFound', {})
    }
    if (!isForeign(actor, question.viewerId, person.id)) throw new Refusal('ownView', {})
    const { count } = await tx.viewQuestion.updateMany({
      where: { id: question.id, answeredAt: null },
      data: { answer: input.answer, answeredById: actor.userId, answeredBy: actor.personName, answeredAt: now },
    })
    if (count === 0) throw new Refusal('questionAnswered', {})
    const subject = { type: 'record', id: question.recordId, name: person.fullName } as const
    await writeAudit(tx, actor, { action: 'view.answered', subject, unitPath: person.unit.path }, now)
    return {}
  })

const isForeign = (actor: Actor, viewerId: string, askerId: string) =>
  viewerId !== actor.userId && askerId !== actor.personId
