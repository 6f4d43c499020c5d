import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { jobTerms } from '@/lib/domain/job'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { loadUnit } from '../../units/unit-tree'
import { IssueInput } from '../issue-accounts/issue-accounts'
import { type IssueCursor, printSlips } from '../issue-accounts/issue-steps'
import type { JobKind } from '../job-kind'
import { accountsToReset } from './accounts-to-reset'
import { resetMore } from './reset-step'

/** New one-time codes for many accounts at once: what they had opens nothing any more (Quy chế, Điều 10 khoản 3). */
export const resetAccounts: JobKind<IssueInput, IssueCursor> = {
  title: 'Cấp lại mật khẩu cho nhiều tài khoản',
  permission: 'incident.record',
  secret: true,
  input: IssueInput,
  async judge(actor, input) {
    await loadUnit(actor, 'incident.record', input.unitId)
  },
  async prepare(actor, input, now) {
    const { unit, wanted, leftOut } = await find(actor, input, now)
    const [first] = leftOut
    if (wanted.length === 0) {
      throw new Refusal('nobodyToReset', { why: first ? `${first.who}: ${first.why}.` : 'Đơn vị chưa có tài khoản.' })
    }
    return { title: `Cấp lại mật khẩu tại ${unit.name}`, unitPath: unit.path, total: wanted.length }
  },
  async step(step) {
    if (step.cursor !== null) {
      const { cursor } = step
      return cursor.at < cursor.total ? resetMore({ ...step, cursor }) : printSlips({ ...step, cursor }, 'Đã cấp lại')
    }
    const { wanted, leftOut } = await find(step.actor, step.input, step.now)
    const list = (await step.interim.put(Buffer.from(JSON.stringify({ wanted, leftOut })))).sha256
    const cursor: IssueCursor = { list, total: wanted.length, at: 0, issued: 0, parts: [] }
    return { cursor, done: 0, total: wanted.length, message: 'Đã lập danh sách.' }
  },
}

async function find(actor: Actor, { unitId, own, list }: IssueInput, now: Date) {
  const unit = await loadUnit(actor, 'incident.record', unitId)
  const found = await accountsToReset(actor, { unitPath: unit.path, own, list })
  const most = jobTerms(dayOf(now)).people
  if (found.wanted.length > most) throw new Refusal('tooManyPeople', { count: found.wanted.length, most })
  return { unit, ...found }
}
