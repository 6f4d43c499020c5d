import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { confirmRecord } from '@/lib/server/records/confirm-record'
import { answerCorrection, askCorrection } from '@/lib/server/records/corrections'
import { asks, type Member, type Roster } from './roster'
import { several } from './several'
import type { Month } from './timeline'

/** What is asked about the unit's own fields, and how an officer answers who does not agree. */
const WISHES = [
  {
    code: 'staff_number',
    wrong: 'Số hiệu này là của đơn vị trước khi sắp xếp',
    answer: 'Số hiệu cấp theo danh sách của tỉnh, không đổi khi sắp xếp đơn vị.',
  },
  {
    code: 'email_official',
    wrong: 'Hộp thư này không còn dùng',
    answer: 'Hộp thư công vụ vẫn đang hoạt động.',
  },
] as const

/** The open month of those who were approved and have nothing under way: some confirm it, a few ask the unit to correct its part. */
export async function passQuietMonth(roster: Roster, month: Month) {
  const standing = await db.record.findMany({
    where: {
      approvedRevisionId: { not: null },
      hasUnsent: false,
      submissions: { none: { state: { in: ['submitted', 'checked', 'frozen', 'returned'] } } },
    },
    select: { id: true, approvedRevision: { select: { version: true } } },
  })
  const versions = new Map(standing.map(({ id, approvedRevision }) => [id, approvedRevision?.version ?? 1]))
  const quiet = roster.members.filter(({ plan, recordId }) => !plan.isDemo && versions.has(recordId))
  await several(
    quiet.map((member) => async () => {
      const dice = member.plan.profile.chance(`quiet ${month.month}`)
      const at = month.at(dice.whole(20, 95) / 100)
      if (dice.happens(CONFIRM)) await confirm(member, versions.get(member.recordId) ?? 1, at)
    }),
  )
  await several(
    [...roster.units.keys()].flatMap((unit) => {
      const [waits, answered] = quiet.filter(({ plan }) => plan.profile.unit.code === unit)
      return [
        ...(waits ? [() => ask(roster, waits, month)] : []),
        ...(answered && HAVE_ANSWERED.has(unit) ? [() => ask(roster, answered, month, 'answered')] : []),
      ]
    }),
  )
}

const HAVE_ANSWERED = new Set(['thpt-binh-hang', 'snv', 'sgddt'])

/** Of a hundred, by the twenty-seventh. */
const CONFIRM = 45

const confirm = (member: Member, version: number, at: Date) =>
  transact((tx) => confirmRecord(asks(tx, member, at, { recordId: member.recordId, version })))

const ask = (roster: Roster, member: Member, month: Month, answered?: 'answered') =>
  transact(async (tx) => {
    const { profile, username } = member.plan
    const { code, wrong, answer } = profile.chance('wish').one(WISHES)
    const proposed = code === 'email_official' ? `${username}@dongthap.gov.vn` : `DT.${9000 + profile.serial}`
    const request = { recordId: member.recordId, section: 'agency', code, wrong, proposed } as const
    await askCorrection(asks(tx, member, month.at(0.6), request))
    if (!answered) return
    const { id: correctionId } = await tx.correctionRequest.findFirstOrThrow({
      where: { recordId: member.recordId, state: 'open' },
      select: { id: true },
    })
    const reply = { correctionId, verdict: 'refused', answer } as const
    await answerCorrection(asks(tx, roster.reviewerOf(member), month.at(0.8), reply))
  })
