import { randomBytes, randomUUID } from 'node:crypto'
import { CATALOGUE_VERSION, emptyRecord, type RecordData } from '@/lib/catalogue'
import { recordLeaf } from '@/lib/documents/merkle'
import { diff } from '@/lib/domain/changes'
import type { Actor, Role } from '@/lib/domain/policy'
import { type Call, transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import type { Prisma, SubmissionState, Unit } from '@/prisma/generated/client'
import { aCompleteDraft } from './complete-draft'

/** The day on which the builders' world stands: inside the signing window of November. */
export const TODAY = '2026-11-27'
export const NOW = new Date('2026-11-27T08:40:12+07:00')

let serial = 0
const next = () => ++serial

/** A unit at the top of the tree, or below `parent`. */
export async function aUnit({ parent, name }: { parent?: Unit; name?: string } = {}): Promise<Unit> {
  const code = `don-vi-${next()}`
  return db.unit.create({
    data: {
      code,
      agencyCode: `H20.${String(serial).padStart(4, '0')}`,
      name: name ?? `Trường THPT số ${serial}`,
      searchName: `truong thpt so ${serial}`,
      typeCode: 'DVSN_NGANH',
      parentId: parent?.id ?? null,
      path: `${parent?.path ?? '/'}${code}/`,
    },
  })
}

/** Somebody of this unit, with an account and an empty record. */
export async function aPerson(unit: Unit, { name, signedIn = true }: { name?: string; signedIn?: boolean } = {}) {
  const number = next()
  const fullName = name ?? `Nguyễn Văn Ẵm ${number}`
  const person = await db.person.create({
    data: {
      citizenId: String(87_085_000_000 + number).padStart(12, '0'),
      fullName,
      searchName: fullName.toLowerCase(),
      unitId: unit.id,
      personCategory: 'VIEN_CHUC',
      employmentStatus: 'DANG_LAM_VIEC',
      user: {
        create: {
          username: `u${number}`,
          passwordHash: '-',
          mustChangePassword: false,
          firstSignInAt: signedIn ? NOW : null,
        },
      },
      record: { create: { draft: emptyRecord() as Prisma.InputJsonValue, missing: signedIn ? 0 : 60 } },
    },
    include: { user: true, record: true },
  })
  return { person, user: person.user!, record: person.record! }
}

/** A version of a record on its way; `approved` also makes it the standing one. */
export async function aSubmission(
  recordId: string,
  state: SubmissionState,
  data: RecordData = emptyRecord(),
  at: Date = NOW,
) {
  const { revisionCount, approvedRevision } = await db.record.findUniqueOrThrow({
    where: { id: recordId },
    include: { approvedRevision: true },
  })
  const version = revisionCount + 1
  const salt = randomBytes(16).toString('base64url')
  const revision = await db.revision.create({
    data: {
      recordId,
      version,
      salt,
      data: data as Prisma.InputJsonValue,
      changes: diff((approvedRevision?.data ?? null) as RecordData | null, data) as unknown as Prisma.InputJsonValue,
      hash: recordLeaf({ recordId, version, salt, data }),
      catalogueVersion: CATALOGUE_VERSION,
      declaration: 'Tôi cam đoan.',
      byUserId: randomUUID(),
      byName: 'Người khai',
      at,
      submission: {
        create: { recordId, state, submittedAt: NOW, decidedAt: NOW, decidedBy: 'Võ Thị Kim Ngân' },
      },
    },
    include: { submission: true },
  })
  await db.record.update({
    where: { id: recordId },
    data: { revisionCount: version, ...(state === 'approved' && { approvedRevisionId: revision.id }) },
  })
  return { revision, submission: revision.submission! }
}

/** A signed-in person holding these roles over this unit. */
export async function actorOf(
  { person, user }: { person: { id: string; fullName: string }; user: { id: string } },
  unit: Unit,
  ...roles: Role[]
): Promise<Actor> {
  for (const role of roles) {
    await db.roleGrant.create({ data: { userId: user.id, role, unitId: unit.id, validFrom: new Date('2026-01-01') } })
  }
  return {
    userId: user.id,
    personId: person.id,
    personName: person.fullName,
    sessionId: randomUUID(),
    today: TODAY,
    grants: roles.map((role) => ({
      role,
      unitId: unit.id,
      unitPath: unit.path,
      unitName: unit.name,
      from: '2026-01-01',
      until: null,
    })),
  }
}

/** What `action()` hands to a use case, on the builders' day. */
export const call = <Input>(actor: Actor, input: Input, now: Date = NOW): Call<Input> => ({
  transact,
  actor,
  input,
  now,
})

/** Somebody of this unit with a record in which nothing required is missing, an account and these roles. */
export async function someone(unit: Unit, ...roles: Role[]) {
  const made = await aPerson(unit)
  const { fullName, citizenId } = made.person
  const draft = aCompleteDraft({ fullName, citizenId, unit }) as Prisma.InputJsonValue
  await db.record.update({ where: { id: made.record.id }, data: { draft, missing: 0 } })
  const actor = await actorOf(made, unit, 'person', ...roles)
  return { fullName, recordId: made.record.id, actor }
}
