import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { archiveNames } from '@/lib/server/jobs/cv-archive/archive-people'
import { LEFT_OUT } from '@/lib/server/jobs/cv-archive/archive-steps'
import { jobFile } from '@/lib/server/jobs/job-file'
import { cancelJob } from '@/lib/server/jobs/own-jobs'
import { requestJob } from '@/lib/server/jobs/request-job'
import type { Unit } from '@/prisma/generated/client'
import { unzip } from '../../documents/unzip'
import { anApproval } from '../../support/an-approval'
import { aUnit, call, NOW, someone } from '../../support/builders'
import { run, untilEnded } from './a-runner'

const ask = (actor: Actor, unit: Unit, { own = false, on = '2026-11-27' } = {}) =>
  requestJob(call(actor, { kind: 'cv.archive' as const, input: { unitId: unit.id, own, on } }))

async function downloaded(actor: Actor, id: string) {
  const { content, name } = await jobFile(call(actor, { id }))
  return { name, files: unzip(new Uint8Array(await new Response(content).arrayBuffer())) }
}

/** A unit with so many approved people, and an officer who is not one of them. */
async function aSchool(approved: number) {
  const unit = await aUnit()
  const officer = await someone(unit, 'recordsOfficer')
  const people = []
  for (let left = approved; left > 0; left--) {
    const person = await someone(unit)
    await anApproval(unit, person, '0900000001', '2026-11-26T09:00:00+07:00')
    people.push(person)
  }
  return { unit, officer, people }
}

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

describe('the records of a unit as one file', () => {
  test('holds who was approved by that day, names the others, and tells each person who took theirs', async () => {
    const { unit, officer, people } = await aSchool(3)
    const below = await aUnit({ parent: unit })
    const inside = await someone(below)
    await anApproval(below, inside, '0900000002', '2026-11-26T10:00:00+07:00')
    const later = await someone(unit)
    await anApproval(unit, later, '0900000003', '2026-11-28T10:00:00+07:00')
    const elsewhere = await someone(await aUnit())

    const id = await ask(officer.actor, unit)
    await run()

    const job = await db.job.findUniqueOrThrow({ where: { id } })
    expect(job).toMatchObject({ state: 'done', done: 4, total: 4, fileType: 'application/zip' })
    const { name, files } = await downloaded(officer.actor, id)
    expect(name).toBe('so-yeu-ly-lich-2026-11-27.zip')
    const pdfs = [...files].filter(([file]) => file.endsWith('.pdf'))
    expect(pdfs).toHaveLength(4)
    for (const [file, bytes] of pdfs) {
      expect(file).toMatch(/^nguyen-van-am-\d+-[a-z0-9-]+\.pdf$/)
      expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-')
    }
    const list = files.get(LEFT_OUT)!.toString('utf8')
    expect(list).toContain(`1;${officer.fullName};${unit.name};Chưa có bản nào được duyệt đến hết ngày 27/11/2026`)
    expect(list).toContain(later.fullName)
    expect(list).not.toContain(elsewhere.fullName)
    const exported = { action: 'record.exported', actorId: officer.actor.userId }
    expect((await db.auditEvent.findMany({ where: exported })).map(({ subjectId }) => subjectId).sort()).toEqual(
      [...people, inside].map(({ recordId }) => recordId).sort(),
    )
    const told = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(told.map(({ action }) => action)).toEqual(['job.started', 'job.done', 'job.downloaded'])
    expect(readdirSync(join(process.env.STORAGE_DIR!, 'interim'))).toEqual([])
  })

  test('killed in the middle, the next worker goes on where it was: nobody twice, nobody missing', async () => {
    const { unit, officer } = await aSchool(25)
    const id = await ask(officer.actor, unit)
    const first = aWorkerProcess()
    while ((await db.job.findUniqueOrThrow({ where: { id } })).done === 0) await new Promise((l) => setTimeout(l, 10))
    first.kill('SIGKILL')
    await once(first, 'exit')
    const left = await db.job.findUniqueOrThrow({ where: { id } })
    expect(left).toMatchObject({ state: 'running' })
    await db.workerBeat.updateMany({ data: { beatAt: new Date(Date.now() - 60_000) } })
    const second = aWorkerProcess()
    await untilEnded(id)
    second.kill('SIGTERM')
    await once(second, 'exit')
    const { files } = await downloaded(officer.actor, id)
    expect([...files.keys()].filter((file) => file.endsWith('.pdf'))).toHaveLength(25)
    expect(await db.auditEvent.count({ where: { action: 'record.exported', actorId: officer.actor.userId } })).toBe(25)
  }, 180_000)

  test('stopped while it runs it ends without a file, and nobody’s record counts as taken', async () => {
    const { unit, officer } = await aSchool(21)
    const id = await ask(officer.actor, unit)
    const running = run({
      until: async () => (await db.job.findUniqueOrThrow({ where: { id } })).state === 'cancelled',
    })
    while ((await db.job.findUniqueOrThrow({ where: { id } })).steps === 0) await new Promise((l) => setTimeout(l, 5))
    await cancelJob(call(officer.actor, { id }))
    await running
    expect(await db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'cancelled', fileSha256: null })
    expect(await db.auditEvent.count({ where: { action: 'record.exported', actorId: officer.actor.userId } })).toBe(0)
    await expect(downloaded(officer.actor, id)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('who leaves the officer’s reach meanwhile is left out and named', async () => {
    const { unit, officer, people } = await aSchool(2)
    const id = await ask(officer.actor, unit)
    await run({ steps: 1 })
    const other = await aUnit()
    const [gone] = people
    await db.person.update({ where: { citizenId: await citizenIdOf(gone!.recordId) }, data: { unitId: other.id } })
    await run()
    const { files } = await downloaded(officer.actor, id)
    expect([...files.keys()].filter((file) => file.endsWith('.pdf'))).toHaveLength(1)
    expect(files.get(LEFT_OUT)!.toString()).toContain(`${gone!.fullName};${unit.name};Không còn thuộc phạm vi`)
  })
})

describe('who may have it', () => {
  test.each(['unitAdmin', 'provinceAdmin', 'person', 'auditor'] as const)('not as %s', async (role) => {
    const { unit } = await aSchool(1)
    const somebody = await someone(unit, role)
    await expect(ask(somebody.actor, unit)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('nobody a foreign unit’s, a day to come, or one where nothing was approved', async () => {
    const { unit, officer } = await aSchool(1)
    await expect(ask(officer.actor, await aUnit())).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(officer.actor, unit, { on: '2026-11-28' })).rejects.toMatchObject({ code: 'formInvalid' })
    await expect(ask(officer.actor, unit, { on: '2026-11-25' })).rejects.toMatchObject({ code: 'nobodyApproved' })
  })
})

test('files are named by name and staff number, and no two alike', () => {
  expect(
    archiveNames([
      { name: 'Đỗ Thị Ẵm', staffNumber: '87.12/A' },
      { name: 'Đỗ Thị Ẵm', staffNumber: '87-12-A' },
      { name: '../../etc', staffNumber: null },
    ]),
  ).toEqual(['do-thi-am-87-12-a.pdf', 'do-thi-am-87-12-a--2.pdf', 'etc-chua-co-so-hieu.pdf'])
})

const citizenIdOf = async (recordId: string) =>
  (await db.record.findUniqueOrThrow({ where: { id: recordId }, include: { person: true } })).person.citizenId

/** The worker as `npm start` runs it. */
function aWorkerProcess() {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/server/worker.ts']
  const env = { ...process.env, PORTAL_TODAY: NOW.toISOString().slice(0, 10), NATIONAL_PROFILE: '' }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  children.push(child)
  return child
}
