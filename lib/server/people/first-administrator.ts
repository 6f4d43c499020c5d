import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Call, Transact } from '../call'
import type { Tx } from '../db'
import { createUnit } from '../units/create-unit'
import { createPerson } from './create-person'
import { issueAccount, type Slip } from './issue-account'
import { grantRole } from './roles'

export const FirstAdministrator = z.object({
  citizenId: z.string(),
  fullName: z.string().default('Quản trị viên đầu tiên'),
  /** Where Sở Nội vụ is not in the tree yet, it is made, under UBND tỉnh. */
  unitCode: z.string().default('snv'),
})

type Making = Omit<Call<z.output<typeof FirstAdministrator>>, 'actor'> & { today: string }

/** Nobody can be given a role before somebody may give it: this is where a real installation begins, once. */
export const makeFirstAdministrator = ({ transact, input, now, today }: Making): Promise<Slip> =>
  transact(async (tx) => {
    await refuseSecond(tx, now)
    const inside = { transact: ((work) => work(tx)) as Transact, actor: theInstallation(today), now }
    const known = await tx.unit.findUnique({ where: { code: input.unitCode } })
    const unitId = known?.id ?? (await makeHomeAffairs(inside, today))
    const person = {
      citizenId: input.citizenId,
      fullName: input.fullName,
      dateOfBirth: birthYear(input.citizenId),
      ...{ unitId, from: today, managedByStandingCommittee: false },
      ...{ personCategory: 'CONG_CHUC', employmentStatus: 'DANG_LAM_VIEC' },
    }
    const { personId } = await createPerson({ ...inside, input: person })
    const slip = await issueAccount({ ...inside, input: { personId } })
    const role = { userId: slip.userId, role: 'provinceAdmin' as const, unitId, from: today, until: null }
    // Nobody is there who could propose it in writing: the regulation itself is the document.
    const reason = 'Tài khoản quản trị đầu tiên theo Quy chế ban hành kèm Quyết định 39/2023/QĐ-UBND'
    await grantRole({ ...inside, input: { ...role, reason } })
    return slip
  })

async function refuseSecond(tx: Tx, now: Date) {
  const held = await tx.roleGrant.findFirst({
    where: { role: 'provinceAdmin', OR: [{ validUntil: null }, { validUntil: { gte: now } }] },
    select: { user: { select: { username: true } } },
  })
  if (held) throw new Refusal('administratorExists', { username: held.user.username })
}

async function makeHomeAffairs(inside: Omit<Call<never>, 'input'>, today: string) {
  const made = { validFrom: today, basis: 'Thiết lập ban đầu', agencyCode: null }
  const top = { ...made, code: 'dt', name: 'Ủy ban nhân dân tỉnh Đồng Tháp', typeCode: 'UBND_TINH', parentId: null }
  const { unitId: parentId } = await createUnit({ ...inside, input: top })
  const department = { ...made, code: 'snv', name: 'Sở Nội vụ', typeCode: 'CQCM_TINH', parentId }
  return (await createUnit({ ...inside, input: department })).unitId
}

/** A citizen number says the century (fourth digit, with the gender) and the year of birth (fifth and sixth). */
function birthYear(citizenId: string) {
  // A wrong number is refused as such, not for the year it seems to say.
  if (!/^\d{12}$/.test(citizenId)) return '1970'
  const century = 19 + Math.floor(Number(citizenId.slice(3, 4)) / 2)
  return `${century}${citizenId.slice(4, 6)}`
}

/** Who acts before there is anybody: the person at the machine, under the installation's name in the audit log. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
const theInstallation = (today: string): Actor => ({
  ...{ userId: NOBODY, personId: null, personName: 'Thiết lập ban đầu', sessionId: NOBODY, today },
  grants: [{ role: 'provinceAdmin', unitId: NOBODY, unitPath: '/', unitName: '', from: today, until: null }],
})
