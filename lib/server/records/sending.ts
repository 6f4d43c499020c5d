import 'server-only'
import { fieldNamed, isSectionId } from '@/lib/catalogue'
import { dayOf } from '@/lib/domain/calendar'
import type { Change } from '@/lib/domain/changes'
import { legalClocks } from '@/lib/domain/exchange/waits'
import { type Actor, can } from '@/lib/domain/policy'
import type { DeliveryState, ReasonCode } from '@/lib/domain/push'
import { db } from '../db'
import { workingCalendar } from '../movements/working-calendar'
import type { KeptError } from '../pushes/at-field'
import type { LoadedRecord } from './load'
import type { Sight } from './sight'

type Asked = Pick<LoadedRecord, 'id' | 'person'> & { sight: Sight }

/** One field of the newest approved version, and what became of it at the ministry. */
export type SentField = {
  key: string
  section: string
  label: string
  state: DeliveryState | 'waitsForOthers'
  why: string | null
}

const FIELDS_SHOWN = 20

/**
 * How the newest approved version of a record is on its way: times, clocks of the law, and each field that changed with it, as far as
 * this reader sees fields. Null where there is none, or it is nobody's business who asks.
 */
export async function sendingOf(actor: Actor, { id, person, sight }: Asked, now: Date) {
  const subject = { personId: person.id, unitPath: person.unitPath }
  const own = person.id === actor.personId
  const works = can(actor, 'push.read', subject)
  if (!own && !works) return null
  const delivery = await db.delivery.findFirst({
    where: { recordId: id, state: { not: 'superseded' }, revision: { withdrawn: null } },
    orderBy: { version: 'desc' },
    include: {
      tries: { orderBy: { id: 'desc' }, take: 1, select: { startedAt: true } },
      revision: {
        select: {
          changes: true,
          submission: { select: { submittedAt: true } },
          approvalItems: {
            where: { batch: { state: 'approved' } },
            orderBy: { batch: { closedAt: 'asc' } },
            take: 1,
            select: { batch: { select: { closedAt: true, approverName: true } } },
          },
        },
      },
    },
  })
  if (!delivery) return null
  const { revision, tries, state } = delivery
  const batch = revision.approvalItems[0]?.batch ?? null
  const acceptedAt = state === 'accepted' ? delivery.settledAt : null
  const errors = delivery.errors as KeptError[]
  return {
    /** Its own page, with attempts and, for administrators of the exchange, raw answers. */
    id: works ? String(delivery.id) : null,
    state,
    version: delivery.version,
    approvedAt: batch?.closedAt ?? null,
    approverName: batch?.approverName ?? null,
    queuedAt: delivery.createdAt,
    lastTryAt: tries[0]?.startedAt ?? null,
    attempts: delivery.attempts,
    settledAt: delivery.settledAt,
    reasonCode: delivery.reasonCode as ReasonCode | null,
    clocks:
      state === 'excluded'
        ? []
        : legalClocks({
            sentOn: revision.submission ? dayOf(revision.submission.submittedAt) : null,
            approvedAt: batch?.closedAt ?? delivery.createdAt,
            queuedAt: delivery.createdAt,
            acceptedAt,
            acceptedOn: acceptedAt && dayOf(acceptedAt),
            ...{ now, today: actor.today, calendar: await workingCalendar(db) },
          }),
    fields: fieldsOf(sight.changes(revision.changes as unknown as Change[]), errors, state, sight),
  }
}

/** A version goes whole or not at all: beside the fields complained of the others wait for them. */
function fieldsOf(changes: readonly Change[], errors: readonly KeptError[], state: DeliveryState, sight: Sight) {
  const found = new Map<string, SentField>()
  const add = (section: string, code: string, why: string | null) => {
    const field = isSectionId(section) ? fieldNamed(section, code) : undefined
    if (!field || !isSectionId(section) || sight.reading.see(section, field) !== 'open') return
    const key = `${section}.${code}`
    const others = errors.length > 0 && why === null
    if (!found.has(key))
      found.set(key, { key, section, label: field.label, state: others ? 'waitsForOthers' : state, why })
  }
  for (const { section, fieldCode, table, message } of errors) add(section ?? '', table ?? fieldCode ?? '', message)
  for (const { section, code } of changes) add(section, code, null)
  const fields = [...found.values()]
  return { shown: fields.slice(0, FIELDS_SHOWN), more: Math.max(0, fields.length - FIELDS_SHOWN) }
}
