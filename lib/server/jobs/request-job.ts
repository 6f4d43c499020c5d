import 'server-only'
import { z } from 'zod'
import { dayOf } from '@/lib/domain/calendar'
import { jobTerms, OPEN_STATES } from '@/lib/domain/job'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { JobKind } from './job-kind'
import { JOB_KINDS, JOB_NAMES } from './registry'

export const JobRequest = z.object({ kind: z.enum(JOB_NAMES), input: z.unknown() })

/** Puts a job in the queue and gives its id; the same asked twice while it is unfinished is one job. */
export async function requestJob({ transact, actor, input: asked, now }: Call<z.output<typeof JobRequest>>) {
  const kind: JobKind = JOB_KINDS[asked.kind]
  const input = kind.input.parse(asked.input)
  await kind.judge(actor, input)
  const { title, unitPath, total } = await kind.prepare(actor, input, now)
  const most = jobTerms(dayOf(now)).openJobs
  return transact(async (tx) => {
    // Two clicks at once wait for each other here.
    await tx.$queryRaw`SELECT id FROM user_account WHERE id = ${actor.userId}::uuid FOR UPDATE`
    const open = { userId: actor.userId, state: { in: OPEN_STATES }, cancelAskedAt: null }
    const same = { ...open, kind: asked.kind, input: { equals: input as Prisma.InputJsonValue } }
    const twin = await tx.job.findFirst({ where: same, select: { id: true } })
    if (twin) return twin.id
    if ((await tx.job.count({ where: open })) >= most) throw new Refusal('tooManyJobs', { most })
    const { id } = await tx.job.create({
      data: {
        kind: asked.kind,
        title,
        unitPath,
        total,
        userId: actor.userId,
        personName: actor.personName,
        sessionId: actor.sessionId,
        grants: actor.grants as unknown as Prisma.InputJsonValue,
        input: input as Prisma.InputJsonValue,
        createdAt: now,
      },
      select: { id: true },
    })
    const subject = { type: 'job', id, name: title } as const
    await writeAudit(tx, actor, { action: 'job.started', subject, unitPath, detail: { kind: asked.kind } }, now)
    return id
  })
}
