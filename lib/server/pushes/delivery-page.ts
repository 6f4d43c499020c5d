import 'server-only'
import { ALL_FIELDS, isSectionId } from '@/lib/catalogue'
import type { PlacedField } from '@/lib/catalogue/field'
import { HIDDEN } from '@/lib/catalogue/hidden'
import { mayBeResent } from '@/lib/domain/delivery-words'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { type Sight, workSight } from '../records/sight'
import type { KeptError } from './at-field'

/** One delivery with all its attempts. Throws `notFound` outside the actor's reach. It shows answers: whoever asks notes the view. */
export async function deliveryPage(actor: Actor, id: string) {
  const delivery = await load(id)
  const person = delivery?.record.person
  const subject = { personId: person?.id ?? null, unitPath: person?.unit.path ?? '' }
  if (!delivery || !person || !can(actor, 'push.read', subject)) throw new Refusal('notFound', {})
  const newer = await db.delivery.count({
    where: {
      recordId: delivery.recordId,
      version: { gt: delivery.version },
      revision: { withdrawn: null },
    },
  })
  const errors = delivery.errors as KeptError[]
  const mayResend = can(actor, 'push.resend', subject)
  const sight = workSight(actor, subject)
  return {
    id,
    recordId: delivery.recordId,
    own: person.id === actor.personId,
    person: person.fullName,
    unit: person.unit.name,
    unitPath: person.unit.path,
    version: delivery.version,
    state: delivery.state,
    reasonCode: delivery.reasonCode,
    transactionId: delivery.transactionId,
    createdAt: delivery.createdAt,
    settledAt: delivery.settledAt,
    errors: errors.map((error) => ({
      ...error,
      given: sight && given(error, delivery, sight),
    })),
    tries: delivery.tries.map(({ answer, ...attempt }) => ({
      ...attempt,
      id: String(attempt.id),
      // The ministry's own words may name machines and people: for those who deal with it.
      answer: mayResend ? answer : null,
    })),
    isNewest: newer === 0,
    mayResend:
      mayResend &&
      delivery.revision.withdrawn === null &&
      mayBeResent({ state: delivery.state, isNewest: newer === 0 }),
    seesAnswers: mayResend,
  }
}

async function load(id: string) {
  if (!/^\d{1,18}$/.test(id)) return null
  return db.delivery.findUnique({
    where: { id: BigInt(id) },
    include: {
      revision: { select: { data: true, withdrawn: { select: { at: true } } } },
      record: {
        select: {
          person: { select: { id: true, fullName: true, unit: { select: { id: true, name: true, path: true } } } },
        },
      },
      tries: { orderBy: { id: 'asc' }, omit: { deliveryId: true } },
    },
  })
}

/** What the approved record says at the place of the complaint, as read and as sent; null in tables, where no row is named. */
function given({ section, fieldCode }: KeptError, { revision }: { revision: { data: unknown } }, sight: Sight) {
  if (!section || !isSectionId(section) || !fieldCode) return null
  const field = ALL_FIELDS.find((one) => one.section === section && one.code === fieldCode && one.table === null)
  const answer = field && (sight.document(revision.data)[section] as Record<string, unknown>)[fieldCode]
  return field && answer !== null && answer !== undefined ? saying(field, answer) : null
}

function saying(field: PlacedField, answer: unknown) {
  if (answer === HIDDEN) return { read: HIDDEN, sent: HIDDEN }
  const sent = field.toNational(answer)
  return { read: field.display(answer, codeLists), sent: typeof sent === 'string' ? sent : `${sent.from}–${sent.to}` }
}
