import 'server-only'
import { z } from 'zod'
import { dayOf } from '@/lib/domain/calendar'
import { jobTerms } from '@/lib/domain/job'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { loadUnit } from '../../units/unit-tree'
import type { JobKind } from '../job-kind'
import { candidates } from './candidates'
import { type IssueCursor, issueMore, printSlips } from './issue-steps'

export const IssueInput = z.object({
  unitId: z.uuid('Chọn một đơn vị.'),
  /** Without the units below it. */
  own: z.boolean(),
  /** Citizen numbers, parted by whatever; empty: everybody of the unit. */
  list: z.string().max(60_000, 'Danh sách dài quá. Chia làm nhiều lần, mỗi lần tối đa 2.000 người.'),
})
export type IssueInput = z.output<typeof IssueInput>

/** Accounts for many at once, with one-time codes on slips to print (Quy chế, Điều 8 khoản 2 điểm c). */
export const issueAccounts: JobKind<IssueInput, IssueCursor> = {
  title: 'Cấp tài khoản cho nhiều người',
  permission: 'account.manage',
  secret: true,
  input: IssueInput,
  async judge(actor, input) {
    await loadUnit(actor, 'account.manage', input.unitId)
  },
  async prepare(actor, input, now) {
    const { unit, wanted, leftOut } = await find(actor, input)
    const most = jobTerms(dayOf(now)).people
    if (wanted.length > most) throw new Refusal('tooManyPeople', { count: wanted.length, most })
    const [first] = leftOut
    if (wanted.length === 0) {
      throw new Refusal('nobodyToIssue', { why: first ? `${first.who}: ${first.why}.` : 'Đơn vị chưa có ai.' })
    }
    return { title: `Cấp tài khoản tại ${unit.name}`, unitPath: unit.path, total: wanted.length }
  },
  async step(step) {
    if (step.cursor !== null) {
      const { cursor } = step
      return cursor.at < cursor.total ? issueMore({ ...step, cursor }) : printSlips({ ...step, cursor })
    }
    const { wanted, leftOut } = await find(step.actor, step.input)
    const most = jobTerms(dayOf(step.now)).people
    if (wanted.length > most) throw new Refusal('tooManyPeople', { count: wanted.length, most })
    const list = (await step.interim.put(Buffer.from(JSON.stringify({ wanted, leftOut })))).sha256
    const cursor: IssueCursor = { list, total: wanted.length, at: 0, issued: 0, parts: [] }
    return { cursor, done: 0, total: wanted.length, message: 'Đã lập danh sách.' }
  },
}

async function find(actor: Actor, { unitId, own, list }: IssueInput) {
  const unit = await loadUnit(actor, 'account.manage', unitId)
  return { unit, ...(await candidates(actor, { unitPath: unit.path, own, list })) }
}
