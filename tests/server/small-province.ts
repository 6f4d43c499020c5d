import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '@/lib/domain/policy'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { createPerson } from '@/lib/server/people/create-person'
import { issueAccount } from '@/lib/server/people/issue-account'
import { createUnit } from '@/lib/server/units/create-unit'

export const TODAY = '2026-11-27'
export const NOW = new Date('2026-11-27T03:00:00Z')

/** Somebody with one role over the province, without account or person: the hand that builds. */
export const FOUNDER: Actor = {
  userId: randomUUID(),
  personId: null,
  personName: 'Người dựng thử',
  sessionId: randomUUID(),
  today: TODAY,
  grants: [{ role: 'provinceAdmin', unitId: '', unitPath: '/', unitName: '', from: '2020-01-01', until: null }],
}

/** A use case, called as the application would. */
export const as =
  (actor: Actor) =>
  <Input, T>(
    run: (call: { transact: typeof transact; actor: Actor; input: Input; now: Date }) => Promise<T>,
    input: Input,
  ) =>
    run({ transact, actor, input, now: NOW })

export type TestUnit = { id: string; path: string; name: string }

/** The province, two departments and a school below one of them. */
export async function aSmallProvince() {
  const dt = await unit('dt', 'UBND tỉnh Đồng Tháp', 'UBND_TINH', null, 'H20')
  const sgddt = await unit('sgddt', 'Sở Giáo dục và Đào tạo', 'CQCM_TINH', dt, 'H20.05')
  const school = await unit('thpt-sa-dec', 'Trường THPT Sa Đéc', 'DVSN_NGANH', sgddt, 'H20.05.11')
  const syt = await unit('syt', 'Sở Y tế', 'CQCM_TINH', dt, 'H20.06')
  return { dt, sgddt, school, syt }
}

export async function unit(
  code: string,
  name: string,
  typeCode: string,
  parent: TestUnit | null,
  agencyCode: string | null = null,
  validFrom = '2004-01-01',
): Promise<TestUnit> {
  const input = {
    code,
    name,
    typeCode,
    parentId: parent?.id ?? null,
    agencyCode,
    validFrom,
    basis: 'QĐ 1',
  }
  const made = await as(FOUNDER)(createUnit, input)
  return { id: made.unitId, path: made.path, name }
}

let people = 0

/** A person of that unit; the name and the citizen id are new each time unless given. */
export function aPerson(
  where: TestUnit,
  given: { fullName?: string; citizenId?: string; from?: string } = {},
  by: Actor = FOUNDER,
) {
  people += 1
  return as(by)(createPerson, {
    citizenId: given.citizenId ?? `0870900${String(people).padStart(5, '0')}`,
    fullName: given.fullName ?? `Nguyễn Văn ${'ABCDEGHIKLMN'.charAt(people % 12)}`,
    dateOfBirth: '05/09/1985',
    unitId: where.id,
    from: given.from ?? '01/09/2010',
    personCategory: 'VIEN_CHUC',
    employmentStatus: 'DANG_LAM_VIEC',
    managedByStandingCommittee: false,
  })
}

/** A person with an account and this role over this unit, as they would come through the door. */
export async function anActor(role: Role, over: TestUnit, postedFrom?: string): Promise<Actor & { personId: string }> {
  const { personId } = await aPerson(over, { ...(postedFrom !== undefined && { from: postedFrom }) })
  const { userId, name } = await as(FOUNDER)(issueAccount, { personId })
  const from = '2026-01-01'
  if (role !== 'person') {
    await db.roleGrant.create({
      data: { userId, role, unitId: over.id, validFrom: new Date(from), reason: 'thử', createdAt: NOW },
    })
  }
  const grant = (of: Role) => ({
    role: of,
    unitId: over.id,
    unitPath: over.path,
    unitName: over.name,
    from,
    until: null,
  })
  return {
    userId,
    personId,
    personName: name,
    sessionId: randomUUID(),
    today: TODAY,
    grants: role === 'person' ? [grant('person')] : [grant('person'), grant(role)],
  }
}
