import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import type { JobKind } from '../jobs/job-kind'
import { openSource } from './open-source'
import { nextPart, type Place } from './run-steps'

const Input = z.strictObject({})

/** The outbox compared with the other side, asked for by whoever keeps the channel. */
export const reconcileNow: JobKind<z.output<typeof Input>, Place> = {
  title: 'Đối soát với cơ sở dữ liệu quốc gia',
  permission: 'push.resend',
  input: Input,
  async judge(actor) {
    if (!mayAnywhere(actor, 'push.resend')) throw new Refusal('notFound', {})
  },
  async prepare() {
    openSource()
    return { title: 'Đối soát với cơ sở dữ liệu quốc gia', unitPath: '', total: await acknowledged() }
  },
  async step({ cursor, actor, now }) {
    const source = openSource()
    const total = await acknowledged()
    if (cursor === null) {
      const runId = randomUUID()
      const run = { id: runId, profileId: source.profileId, source: source.kind, startedAt: now }
      return {
        cursor: { runId, after: null, read: 0 },
        ...{ done: 0, total, message: 'Đang đọc.' },
        write: async (tx) => {
          await tx.reconciliation.create({ data: { ...run, askedBy: actor.personName } })
        },
      }
    }
    const { next, read, failure, write } = await nextPart(source, cursor, now)
    const progress = { done: read, total: Math.max(total, read), write }
    if (next) return { ...progress, cursor: next, message: `Đã đọc ${read.toLocaleString('vi')} hồ sơ.` }
    const message = failure ? `Chưa đối soát được: ${failure}.` : 'Xong. Kết quả ở trang Đối soát.'
    return { ...progress, finished: true, message }
  },
}

const acknowledged = () => db.delivery.count({ where: { state: 'accepted' } })
