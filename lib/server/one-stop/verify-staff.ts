import 'server-only'
import { z } from 'zod'
import { CATALOGUE } from '@/lib/catalogue'
import { GONE_STATUSES } from '@/lib/domain/movements/movement-kinds'
import { writeAudit } from '../audit'
import { transact } from '../call'
import { codeLists, freshCodeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { completed } from '../records/completed'
import type { Client } from './clients'

/** The number of a person: số định danh cá nhân, or the national number of the staff member. */
export const StaffNumber = z.string().regex(/^[0-9A-Za-z.-]{6,35}$/)

export type StaffAnswer = { valid: false } | { valid: true; unit: string; title: string | null }

/**
 * Is the bearer of this number on the staff of the province, where, and as what (R163)? Nothing else is said, and of a number
 * nobody has the same as of somebody who left. Every question is in the log.
 */
export async function verifyStaff(client: Client, number: string, now: Date): Promise<StaffAnswer> {
  await freshCodeLists()
  const person = await db.person.findFirst({
    where: {
      sameAsId: null,
      OR: [
        { citizenId: number },
        { record: { approvedRevision: { data: { path: ['agency', 'national_staff_id'], equals: number } } } },
      ],
    },
    select: {
      id: true,
      fullName: true,
      employmentStatus: true,
      unit: { select: { name: true, path: true } },
      record: { select: { approvedRevision: { select: { data: true } } } },
    },
  })
  const revision = person?.record?.approvedRevision
  const isStaff = person && revision && !GONE_STATUSES.includes(person.employmentStatus)
  await transact((tx) =>
    writeAudit(
      tx,
      { personName: client.title },
      {
        action: 'staff.verified',
        ...(person && {
          subject: { type: 'person', id: person.id, name: person.fullName },
          unitPath: person.unit.path,
        }),
        detail: { client: client.id, valid: Boolean(isStaff) },
      },
      now,
    ),
  )
  return isStaff ? { valid: true, unit: person.unit.name, title: titleOf(revision.data) } : { valid: false }
}

function titleOf(data: unknown): string | null {
  const { current_position: code } = completed(data).position
  return code ? CATALOGUE.position.fields.current_position.display(code, codeLists) : null
}
