import { randomUUID } from 'node:crypto'
import { emptyRecord, type RecordData } from '@/lib/catalogue'
import { db } from '@/lib/server/db'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'

let people = 0

/** A unit that has, or lacks, its national code. */
export async function aUnit(agencyCode: string | null = `H20.${10 + people++}`) {
  const code = `u-${randomUUID().slice(0, 8)}`
  return db.unit.create({
    data: { code, agencyCode, name: `Đơn vị ${code}`, searchName: code, typeCode: 'SO', path: `/dt/${code}/` },
  })
}

type Unit = Awaited<ReturnType<typeof aUnit>>

/** A person of the unit with an empty record. */
export async function aPerson(unit: Unit, personCategory = 'VIEN_CHUC') {
  const citizenId = String(87_000_000_000 + people++).padStart(12, '0')
  const person = await db.person.create({
    data: {
      citizenId,
      fullName: `Nguyễn Văn ${citizenId}`,
      searchName: citizenId,
      unitId: unit.id,
      personCategory,
      employmentStatus: 'DANG_LAM_VIEC',
      record: { create: { draft: {} } },
    },
    include: { record: true },
  })
  return { person, unit, recordId: person.record!.id, category: personCategory, version: 0 }
}

export type Somebody = Awaited<ReturnType<typeof aPerson>>

/** The next version of somebody's record, as their approval would leave it; not yet in the outbox. */
export async function aRevision(who: Somebody, duty = 'Dạy học', change: (data: RecordData) => void = () => {}) {
  who.version += 1
  const data = emptyRecord()
  const unit = { code: who.unit.code, name: who.unit.name }
  Object.assign(data.agency, { person_category: who.category, managing_authority: unit, employing_unit: unit })
  Object.assign(data.identity, { full_name: who.person.fullName, citizen_id: who.person.citizenId, gender: '2' })
  Object.assign(data.position, { main_duty: duty })
  change(data)
  return db.revision.create({
    data: {
      recordId: who.recordId,
      version: who.version,
      data: data as object,
      changes: [],
      salt: '',
      hash: '',
      catalogueVersion: 1,
      declaration: '',
      byUserId: randomUUID(),
      byName: who.person.fullName,
      at: new Date(),
    },
  })
}

/** A new version, approved: in the outbox. */
export async function approved(who: Somebody, duty?: string, change?: (data: RecordData) => void) {
  const revision = await aRevision(who, duty, change)
  await db.$transaction((tx) => enqueueDeliveries(tx, [revision.id], new Date()))
  return db.delivery.findUniqueOrThrow({ where: { revisionId: revision.id } })
}

/** States of somebody's deliveries, oldest version first. */
export async function statesOf(who: Somebody) {
  const deliveries = await db.delivery.findMany({ where: { recordId: who.recordId }, orderBy: { version: 'asc' } })
  return deliveries.map(({ state }) => state)
}
