import { transact } from '@/lib/server/call'
import type { Tx } from '@/lib/server/db'
import type { ReturnedField } from '@/lib/server/records/review'
import { identity } from './answers/identity'
import { openDoor } from './doors'
import type { Member, Roster } from './roster'
import { check, giveBack, SECTIONS_TO_WRITE, save, submit, write } from './steps'
import type { Month } from './timeline'

/** What one person, and their officer, do in a month until the record stands where the plan wants it. */
export const liveThrough = (roster: Roster, member: Member, month: Month) =>
  transact(async (tx) => {
    const dice = member.plan.profile.chance(`month ${month.month}`)
    const upTo = member.plan.stage
    // What is signed in the middle of the month is ready before it.
    const [begins, lasts] = [dice.whole(5, upTo === 'refused' ? 8 : 45) / 100, dice.whole(8, 22) / 100]
    const at = (share: number) => month.at(begins + lasts * share)
    if (upTo === 'neverSignedIn') return
    if (!(await hasComeIn(tx, member))) await openDoor(tx, member, at(0))
    const half = upTo === 'draftHalf' ? dice.whole(3, 8) : SECTIONS_TO_WRITE.length
    await write(tx, member, SECTIONS_TO_WRITE.slice(0, half), at)
    if (upTo === 'draftHalf' || upTo === 'draftFull') return
    await submit(tx, member, at(1.1))
    if (upTo === 'submitted') return
    const decidedAt = month.at(begins + lasts * 1.1 + dice.whole(3, 15) / 100)
    const reviewer = roster.reviewerOf(member)
    if (upTo === 'returned') await giveBack(tx, reviewer, member, faults(dice.whole(0, 2)), decidedAt)
    else await check(tx, reviewer, member, decidedAt)
  })

/** After the approval: a new telephone number and address, written only, or also submitted. */
export const changeAgain = (member: Member, month: Month) =>
  transact(async (tx) => {
    const dice = member.plan.profile.chance(`change ${month.month}`)
    const share = dice.whole(20, 80) / 100
    const { home, chance } = member.plan.profile
    const phone = `0${chance('new phone').one(['90', '93', '89', '76'])}${chance('new phone number').digits(7)}`
    const permanent_address = identity(member.plan.profile).permanent_address === home ? null : home
    await save(tx, member, 'identity', { phone, ...(permanent_address && { permanent_address }) }, month.at(share))
    await save(tx, member, 'health', { weight_kg: `${dice.whole(48, 78)}.2`, health_status: 'II' }, month.at(share))
    if (member.plan.stage === 'resubmitted') await submit(tx, member, month.at(share + 0.05))
  })

async function hasComeIn(tx: Tx, { userId }: Member) {
  const { firstSignInAt } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { firstSignInAt: true } })
  return firstSignInAt !== null
}

/** What an officer finds, the first `more` + 1 of them. */
const faults = (more: number): ReturnedField[] =>
  [
    {
      section: 'identity',
      code: 'citizen_id_issued_on',
      row: null,
      reason: 'Ngày cấp không khớp ảnh thẻ căn cước đã nộp. Xem lại mặt sau thẻ.',
    },
    {
      section: 'work',
      code: 'workHistory',
      row: 'w1',
      reason: 'Thời gian không khớp quyết định. Ghi theo quyết định.',
    },
    {
      section: 'affiliation',
      code: 'prior_occupation',
      row: null,
      reason: 'Ghi rõ nghề trước khi được tuyển dụng lần đầu.',
    },
  ].slice(0, more + 1)
