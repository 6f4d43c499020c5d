import 'server-only'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { EXPIRY_NOTICE_DAYS, expiryOf } from '@/lib/domain/signing/check-line'
import { db } from '../db'
import { unitsWithin } from '../within'

type Rows = { skip: number; take: number }

/** Signed sheets that wait for this administrator, oldest first. One's own is confirmed by somebody else. */
export async function waitingEnrolments(actor: Actor, { skip, take }: Rows) {
  const where = {
    state: 'signed',
    userId: { not: actor.userId },
    user: { person: { unit: unitsWithin(actor, 'certificate.register') } },
  } as const
  const [total, rows] = await Promise.all([
    db.certificateEnrolment.count({ where }),
    db.certificateEnrolment.findMany({
      where,
      orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
      skip,
      take,
      select: {
        ...{
          id: true,
          subject: true,
          issuer: true,
          serial: true,
          fingerprint: true,
          validFrom: true,
          validUntil: true,
        },
        ...{ remarks: true, signedAt: true, replacesId: true, unit: { select: { name: true } } },
        user: { select: { person: { select: { id: true, fullName: true, citizenId: true } } } },
      },
    }),
  ])
  return { total, rows: rows.map((row) => ({ ...row, remarks: row.remarks as string[] })) }
}

/** Certificates in force that end within sixty days or have ended, the first to end first: a key that is over signs no month. */
export async function endingCertificates(actor: Actor, { skip, take }: Rows) {
  const limit = dateColumn(actor.today)
  limit.setUTCDate(limit.getUTCDate() + EXPIRY_NOTICE_DAYS + 1)
  const where = {
    withdrawnAt: null,
    validUntil: { lt: limit },
    user: { disabledAt: null, person: { unit: unitsWithin(actor, 'certificate.register') } },
  } as const
  const [total, rows] = await Promise.all([
    db.signerCertificate.count({ where }),
    db.signerCertificate.findMany({
      where,
      orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
      skip,
      take,
      select: {
        ...{ id: true, serial: true, validUntil: true, unit: { select: { name: true } } },
        user: { select: { person: { select: { id: true, fullName: true } } } },
      },
    }),
  ])
  const known = rows.flatMap(({ user, ...row }) => (user ? [{ ...row, person: user.person }] : []))
  return { total, rows: known.map((row) => ({ ...row, expiry: expiryOf(dayOf(row.validUntil), actor.today) })) }
}

/** How many sheets wait for this administrator: the number behind the door. */
export const enrolmentCount = async (actor: Actor) => (await waitingEnrolments(actor, { skip: 0, take: 0 })).total
