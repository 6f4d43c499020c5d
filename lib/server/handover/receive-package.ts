import 'server-only'
import type { z } from 'zod'
import type { RecordData } from '@/lib/catalogue'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { OpenedPackage } from '@/lib/documents/handover/open-package'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import { PACKAGE_FAULTS } from '@/lib/domain/handover/package-faults'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call, Transact } from '../call'
import { day, decision } from '../movements/movement-input'
import { recordMovement } from '../movements/record-movement'
import { lockOrganisation } from '../organisation/settle-today'
import { createPerson } from '../people/create-person'
import { fileStore } from '../storage/file-store'
import { isTaken } from '../unique-taken'
import { CheckPackage, soundPackage } from './check-package'

export const ReceivePackage = CheckPackage.extend({
  /** First day in the unit. */
  from: day,
  /** Of our own decision to take them in. */
  basis: typedText(200, 'Ghi số quyết định tiếp nhận.'),
  decidedOn: day,
  file: decision.nullable().default(null),
  fileName: typedText(200).default(''),
})

/**
 * Somebody who comes with a package: checked anew, then person, posting, the reception on our decision, and a record in
 * which everything that was approved elsewhere stands as a draft. Approved here is nothing of it.
 */
export async function receivePackage(call: Call<z.output<typeof ReceivePackage>>) {
  const { transact, actor, input, now } = call
  const opened = await soundPackage(call)
  const { content, data, verdict } = opened
  await fileStore('packages').put(input.package)
  return transact(async (tx) => {
    await lockOrganisation(tx)
    const within = { transact: ((work) => work(tx)) as Transact, actor, now }
    const person = { ...typedPerson(data), unitId: input.unitId, from: sayDay(input.from) }
    const made = await createPerson({ ...within, input: person }, {}, asDraft(data))
    const movement = {
      ...{ personId: made.personId, kind: 'receive' as const, day: input.from, toUnitId: input.unitId },
      ...{ basis: input.basis, decidedOn: input.decidedOn, file: input.file, fileName: input.fileName },
      ...{ destination: null, reason: null, status: null, until: null, openChanges: 'carry' as const },
    }
    const { movementId } = await recordMovement({ ...within, input: movement })
    const signer = verdict.signatures.map((one) => one.signer).join(', ')
    await tx.receivedPackage
      .create({
        data: {
          ...{ sha256: opened.sha256, movementId, fromUnit: fromOf(opened), version: content.record.version, signer },
          ...{ verdict: verdict as unknown as Prisma.InputJsonValue, byName: actor.personName, at: now },
        },
        select: { id: true },
      })
      .catch((error) => {
        if (!isTaken(error, 'sha256')) throw error
        throw new Refusal('packageRefused', { reasons: [PACKAGE_FAULTS.receivedBefore(sayDay(dayOf(now)))] })
      })
    const subject = { type: 'person', id: made.personId, name: person.fullName } as const
    const unit = await tx.unit.findUniqueOrThrow({ where: { id: input.unitId }, select: { path: true } })
    const detail = { from: fromOf(opened), version: content.record.version, sha256: opened.sha256 }
    await writeAudit(tx, actor, { action: 'package.received', subject, unitPath: unit.path, detail }, now)
    return { ...made, movementId }
  })
}

const fromOf = ({ content: { from } }: OpenedPackage) => `${from.unit}, ${from.province}`

/** What makes a person, as it would be typed. They work here from that day, whatever the former province wrote last. */
const typedPerson = ({ identity, agency }: RecordData) => ({
  citizenId: identity.citizen_id ?? '',
  fullName: identity.full_name ?? '',
  dateOfBirth: sayPartialDay(identity.date_of_birth ?? ''),
  personCategory: agency.person_category ?? '',
  employmentStatus: 'DANG_LAM_VIEC',
  managedByStandingCommittee: false,
})

/** The former province's own number does not go with the person. */
const asDraft = (data: RecordData): RecordData => ({ ...data, agency: { ...data.agency, staff_number: null } })
