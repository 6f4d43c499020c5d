import 'server-only'
import { z } from 'zod'
import { CATALOGUE_VERSION, type RecordData } from '@/lib/catalogue'
import { isRealDay, readPartialDay } from '@/lib/catalogue/days'
import { dateColumn } from '@/lib/domain/calendar'
import { figuresOf } from '@/lib/domain/completeness'
import { newPerson } from '@/lib/domain/new-person'
import { postingFault } from '@/lib/domain/organisation/unit-days'
import { type Actor, can } from '@/lib/domain/policy'
import { type FieldErrors, Refusal } from '@/lib/domain/refusal'
import { searchName } from '@/lib/domain/search-name'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import type { Tx } from '../db'
import { spanOf } from '../organisation/read-organisation'
import { shareOrganisation } from '../organisation/settle-today'
import { isTaken } from '../unique-taken'

export const CreatePerson = z.object({
  citizenId: z.string(),
  fullName: z.string(),
  /** As typed: `05/09/1985`, `9/1985`, `1985`. */
  dateOfBirth: z.string(),
  /** Empty while none is chosen. */
  unitId: z.union([z.uuid(), z.literal('')]),
  /** First day in the unit, as typed. */
  from: z.string(),
  /** Code of `doi-tuong`. */
  personCategory: z.string(),
  /** Code of `trang-thai-cong-tac`. */
  employmentStatus: z.string(),
  managedByStandingCommittee: z.boolean(),
})

/**
 * Somebody new in a unit: person, posting, and a record in which what the unit knows is already written. `known` is what
 * came with them; it is a draft like any other.
 */
export async function createPerson(
  { transact, actor, input, now }: Call<z.output<typeof CreatePerson>>,
  others: FieldErrors = {},
  known?: RecordData,
) {
  return transact(async (tx) => {
    const unit = input.unitId === '' ? null : await loadUnitFor(tx, actor, input.unitId)
    const faults = { ...others, ...(unit && daysFault(unit.days, input.from)) }
    const { draft, from } = newPerson(input, unit, unit?.parent ?? null, codeLists, faults, known)
    if (unit === null) throw new Refusal('notFound', {})
    const { identity, agency } = draft
    const fullName = identity.full_name ?? ''
    await requireFreeCitizenId(tx, identity.citizen_id ?? '')
    const person = await tx.person
      .create({
        data: {
          citizenId: identity.citizen_id ?? '',
          fullName,
          searchName: searchName(fullName),
          dateOfBirth: identity.date_of_birth,
          unitId: unit.id,
          personCategory: agency.person_category ?? '',
          employmentStatus: agency.employment_status ?? '',
          managedByStandingCommittee: agency.managed_by_standing_committee ?? false,
          createdAt: now,
        },
      })
      .catch((error) => {
        throw isTaken(error, 'citizen') ? citizenIdTaken() : error
      })
    await tx.posting.create({ data: { personId: person.id, unitId: unit.id, validFrom: dateColumn(from) } })
    const record = await tx.record.create({
      data: {
        personId: person.id,
        draft: draft as Prisma.InputJsonValue,
        catalogueVersion: CATALOGUE_VERSION,
        ...figuresOf(draft),
        hasUnsent: true,
        updatedAt: now,
      },
    })
    const subject = { type: 'person', id: person.id, name: fullName } as const
    await writeAudit(tx, actor, { action: 'person.created', subject, unitPath: unit.path, detail: { from } }, now)
    return { personId: person.id, recordId: record.id }
  })
}

async function loadUnitFor(tx: Tx, actor: Actor, unitId: string) {
  await shareOrganisation(tx)
  const unit = await tx.unit.findUnique({ where: { id: unitId }, include: { parent: true, versions: true } })
  if (!unit?.isOpen || !can(actor, 'person.create', { personId: null, unitPath: unit.path })) {
    throw new Refusal('outsideYourUnits', {}, { unitId: 'Chọn một đơn vị thuộc phạm vi Anh/Chị quản lý.' })
  }
  return { ...unit, days: unit.versions.map(spanOf) }
}

/** Nobody was in a unit before it was there; a day that cannot be read is judged with the other answers. */
function daysFault(days: Parameters<typeof postingFault>[0], typed: string): FieldErrors {
  const day = readPartialDay(typed)
  const fault = day !== null && isRealDay(day) ? postingFault(days, day) : null
  return fault === null ? {} : { from: fault }
}

/**
 * Refuses a number that was issued or approved for somebody. One that only stands in a working copy may be mistyped there:
 * the true owner is added, and officers find the pair among the suspected doubles.
 */
async function requireFreeCitizenId(tx: Tx, citizenId: string) {
  if (await isCitizenIdHeld(tx, citizenId)) throw citizenIdTaken()
}

/** Was this number issued or approved for somebody who is here? */
export async function isCitizenIdHeld(tx: Tx, citizenId: string): Promise<boolean> {
  const issued = await tx.person.findUnique({ where: { citizenId }, select: { id: true } })
  const approved = await tx.cv.findFirst({
    where: { citizen_id: citizenId, record: { person: { sameAsId: null } } },
    select: { recordId: true },
  })
  return issued !== null || approved !== null
}

const citizenIdTaken = () => new Refusal('citizenIdTaken', {}, { citizen_id: 'Số căn cước này đã có trong hệ thống.' })
