import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { expireFiles } from '@/lib/server/jobs/expire-files'
import { jobFile } from '@/lib/server/jobs/job-file'
import { JobRunner } from '@/lib/server/jobs/job-runner'
import { cancelJob, ownJob, ownJobs } from '@/lib/server/jobs/own-jobs'
import { JOB_KINDS } from '@/lib/server/jobs/registry'
import { requestJob } from '@/lib/server/jobs/request-job'
import { JobLost, takeStep } from '@/lib/server/jobs/take-step'
import { anApproval } from '../../support/an-approval'
import { aUnit, call, NOW, someone } from '../../support/builders'
import { run } from './a-runner'

const FIRST = { skip: 0, take: 50 }

async function aDesk() {
  const unit = await aUnit()
  const officer = await someone(unit, 'recordsOfficer')
  const person = await someone(unit)
  await anApproval(unit, person, '0900000001', '2026-11-20T09:00:00+07:00')
  const ask = (on = '2026-11-27', now = NOW) =>
    requestJob(call(officer.actor, { kind: 'cv.archive' as const, input: { unitId: unit.id, own: false, on } }, now))
  return { unit, officer, person, ask }
}

describe('asking', () => {
  test('the same twice while it waits is one job; five at once are enough', async () => {
    const { ask, officer } = await aDesk()
    const [one, other] = await Promise.all([ask(), ask()])
    expect(one).toBe(other)
    for (const day of ['21', '22', '23', '24']) await ask(`2026-11-${day}`)
    await expect(ask('2026-11-26')).rejects.toMatchObject({ code: 'tooManyJobs', details: { most: 5 } })
    for (const { id } of (await ownJobs(officer.actor, FIRST)).jobs) await cancelJob(call(officer.actor, { id }))
    await expect(cancelJob(call(officer.actor, { id: one }))).rejects.toMatchObject({ code: 'jobEnded' })
    await ask('2026-11-26').then((id) => cancelJob(call(officer.actor, { id })))
  })

  test('a job is seen, stopped and fetched by nobody but who asked for it', async () => {
    const { unit, ask } = await aDesk()
    const id = await ask()
    await run()
    const colleague = await someone(unit, 'recordsOfficer', 'unitHead')
    expect((await ownJobs(colleague.actor, FIRST)).total).toBe(0)
    for (const tried of [
      () => ownJob(colleague.actor, id),
      () => cancelJob(call(colleague.actor, { id })),
      () => jobFile(call(colleague.actor, { id })),
    ]) {
      await expect(tried()).rejects.toMatchObject({ code: 'notFound' })
    }
  })

  test('every kind states its permission', () => {
    expect(Object.entries(JOB_KINDS).map(([name, { permission }]) => [name, permission])).toEqual([
      ['cv.archive', 'record.exportMany'],
      ['records.workbook', 'record.exportMany'],
      ['import.judge', 'record.import'],
      ['import.report', 'record.import'],
      ['import.write', 'record.import'],
      ['accounts.issue', 'account.manage'],
      ['accounts.reset', 'incident.record'],
      ['exchange.reconcile', 'push.resend'],
      ['list.people', 'unit.read'],
      ['list.review', 'record.review'],
      ['list.batches', 'batch.read'],
      ['list.deliveries', 'push.read'],
      ['list.exports', 'export.read'],
      ['list.movements', 'movement.read'],
      ['list.raises', 'raise.read'],
      ['list.salaries', 'report.salary'],
      ['list.stuck', 'push.read'],
      ['list.audit', 'audit.read'],
    ])
  })
})

describe('running', () => {
  test('several workers at once: each job is done once', async () => {
    const desks = [await aDesk(), await aDesk(), await aDesk()]
    const ids: string[] = []
    for (const { ask } of desks) ids.push(await ask())
    const stop = new AbortController()
    const log = () => {}
    const workers = ['one', 'two', 'three'].map((worker) =>
      new JobRunner({ worker, now: () => NOW, log }).run(stop.signal),
    )
    while (await db.job.count({ where: { id: { in: ids }, state: { not: 'done' } } })) {
      // Nobody has sent a beat: each takes the others for dead, and tries to go on with their work.
      await new Promise((later) => setTimeout(later, 20))
    }
    stop.abort()
    await Promise.all(workers)
    for (const { person } of desks) {
      expect(await db.auditEvent.count({ where: { subjectId: person.recordId, action: 'record.exported' } })).toBe(1)
    }
    expect(await db.auditEvent.count({ where: { subjectId: { in: ids }, action: 'job.done' } })).toBe(3)
  })

  test('a worker that lost its job meanwhile writes nothing of its step', async () => {
    const { ask } = await aDesk()
    const id = await ask()
    await db.job.update({ where: { id }, data: { state: 'running', claimedBy: 'slow' } })
    const step = takeStep(id, 'slow', NOW)
    await db.job.update({ where: { id }, data: { claimedBy: 'quick' } })
    await expect(step).rejects.toBeInstanceOf(JobLost)
    expect(await db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({ steps: 0, cursor: null })
    await db.job.update({ where: { id }, data: { state: 'cancelled', claimedBy: null } })
  })

  test.each(['role', 'account'] as const)(
    'an ended %s ends the job, with a sentence and without a file',
    async (what) => {
      const { officer, ask } = await aDesk()
      const id = await ask()
      await run({ steps: 1 })
      const { userId } = officer.actor
      if (what === 'role') await db.roleGrant.deleteMany({ where: { userId, role: 'recordsOfficer' } })
      else await db.user.update({ where: { id: userId }, data: { disabledAt: NOW } })
      await run()
      expect(await db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: 'failed',
        fileSha256: null,
        message: 'Quyền của Anh/Chị đối với đơn vị này đã thay đổi nên việc dừng lại.',
      })
      expect(await db.auditEvent.count({ where: { subjectId: id, action: 'job.failed' } })).toBe(1)
      expect(existsSync(join(process.env.STORAGE_DIR!, 'interim', id))).toBe(false)
    },
  )

  test('a role won after asking adds nothing to the job', async () => {
    const { unit, officer, ask } = await aDesk()
    const id = await ask()
    const { userId } = officer.actor
    await db.roleGrant.deleteMany({ where: { userId, role: 'recordsOfficer' } })
    await db.roleGrant.create({
      data: { userId, role: 'unitHead', unitId: unit.id, validFrom: new Date('2026-01-01') },
    })
    await run()
    expect((await db.job.findUniqueOrThrow({ where: { id } })).state).toBe('failed')
  })

  test('a fault of ours is tried again, and ends the job in the end', async () => {
    const { ask } = await aDesk()
    const id = await ask()
    await db.job.update({ where: { id }, data: { cursor: { list: 'not a name', at: 0, total: 1 }, attempts: 4 } })
    const stop = new AbortController()
    const said: string[] = []
    const running = new JobRunner({ worker: 'w', now: () => NOW, log: (what) => said.push(what) }).run(stop.signal)
    while ((await db.job.findUniqueOrThrow({ where: { id } })).state !== 'failed')
      await new Promise((l) => setTimeout(l, 20))
    stop.abort()
    await running
    expect(said).toEqual([`Job ${id} stopped in the middle`])
    expect((await ownJobMessage(id)).startsWith('Việc dừng vì lỗi của hệ thống.')).toBe(true)
  })
})

describe('the file', () => {
  test('is kept so many days, then gone from the list, the store and the address', async () => {
    const { officer, ask } = await aDesk()
    const id = await ask()
    await run()
    const kept = await db.job.findUniqueOrThrow({ where: { id } })
    expect(kept.expiresAt?.toISOString()).toBe(new Date(NOW.getTime() + 7 * 86_400_000).toISOString())
    const place = join(process.env.STORAGE_DIR!, 'jobs', kept.fileSha256!.slice(0, 2))
    expect(readdirSync(place)).toContain(kept.fileSha256)
    await expireFiles(new Date(kept.expiresAt!.getTime() - 1))
    expect((await ownJob(officer.actor, id)).file?.name).toBe('so-yeu-ly-lich-2026-11-27.zip')
    await expireFiles(kept.expiresAt!)
    expect((await ownJob(officer.actor, id)).file).toBeNull()
    expect(readdirSync(place)).not.toContain(kept.fileSha256)
    await expect(jobFile(call(officer.actor, { id }))).rejects.toMatchObject({ code: 'notFound' })
  })

  test('is not given to who lost the right to it since', async () => {
    const { officer, ask } = await aDesk()
    const id = await ask()
    await run()
    const without = { ...officer.actor, grants: officer.actor.grants.filter(({ role }) => role === 'person') }
    await expect(jobFile(call(without, { id }))).rejects.toMatchObject({ code: 'notFound' })
  })
})

const ownJobMessage = async (id: string) => (await db.job.findUniqueOrThrow({ where: { id } })).message
