import { verify } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { issueMore } from '@/lib/server/jobs/issue-accounts/issue-steps'
import { jobFile } from '@/lib/server/jobs/job-file'
import { requestJob } from '@/lib/server/jobs/request-job'
import { signIn } from '@/lib/server/sign-in'
import { fileStore, readStored } from '@/lib/server/storage/file-store'
import type { Unit } from '@/prisma/generated/client'
import { aUnit, call, NOW, someone } from '../../support/builders'
import { justProven } from '../../support/just-proven'
import { run } from './a-runner'

let number = 0
/** So many people without an account. */
async function people(unit: Unit, count: number, more: { employmentStatus?: string } = {}) {
  const rows = Array.from({ length: count }, () => {
    number += 1
    const citizenId = `0879${String(number).padStart(8, '0')}`
    const names = { fullName: `Nguyễn Thị Ữ`, searchName: 'u nguyen thi' }
    const work = { personCategory: 'VIEN_CHUC', employmentStatus: 'DANG_LAM_VIEC' }
    return { ...names, ...work, citizenId, unitId: unit.id, ...more }
  })
  return db.person.createManyAndReturn({ data: rows })
}
const ask = (actor: Actor, unit: Unit, list = '', own = false) =>
  requestJob(call(actor, { kind: 'accounts.issue' as const, input: { unitId: unit.id, own, list } }))

test('R34: accounts for a unit’s people come in one piece of work, one for each, with a slip and the personal role', async () => {
  const school = await aUnit()
  const { actor } = await someone(school, 'unitAdmin')
  const made = await people(school, 120)
  const id = await ask(actor, school)
  await run()
  const job = await db.job.findUniqueOrThrow({ where: { id } })
  expect(job).toMatchObject({ state: 'done', done: 120, message: expect.stringContaining('Đã cấp 120 tài khoản.') })
  const users = await db.user.findMany({
    where: { personId: { in: made.map((one) => one.id) } },
    include: { grants: true },
  })
  expect(users).toHaveLength(120)
  expect(new Set(users.map(({ username }) => username)).size).toBe(120)
  expect(users.every(({ mustChangePassword, grants }) => mustChangePassword && grants[0]?.role === 'person')).toBe(true)
  expect(await db.auditEvent.count({ where: { action: 'account.issued', unitPath: school.path } })).toBe(120)

  // The file is secret: only after the password, and each time noted.
  const fetch = () => jobFile(call(actor, { id }))
  await expect(fetch()).rejects.toMatchObject({ code: 'reauthenticationNeeded' })
  await justProven(actor, NOW)
  const bytes = Buffer.from(await new Response((await fetch()).content).arrayBuffer())
  expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-')
  expect(await db.auditEvent.count({ where: { action: 'job.downloaded', subjectId: id } })).toBe(1)
  // Nothing of it stays in the open.
  expect(await fileStore(`interim/${id}`).olderThan(new Date(8e15))[Symbol.asyncIterator]().next()).toMatchObject({
    done: true,
  })
  await expect(ask(actor, school)).rejects.toMatchObject({ code: 'nobodyToIssue' })
})

test('a code of a slip opens the door until its day, and asks for a password of one’s own', async () => {
  const school = await aUnit()
  const { actor } = await someone(school, 'unitAdmin')
  const [person] = await people(school, 1)
  const interim = fileStore('interim/a-look')
  const list = {
    wanted: [
      { personId: person!.id, name: 'Nguyễn Thị Ữ', unitId: school.id, unitName: school.name, unitPath: school.path },
    ],
    leftOut: [],
  }
  const { sha256 } = await interim.put(Buffer.from(JSON.stringify(list)))
  const cursor = { list: sha256, total: 1, at: 0, issued: 0, parts: [] }
  const input = { unitId: school.id, own: true, list: '' }
  const step = await issueMore({ actor, input, cursor, now: NOW, interim, files: interim })
  await db.$transaction(async (tx) => step.write?.(tx))
  if (!('cursor' in step)) throw new Error('The step went too far')
  const { slips } = JSON.parse((await readStored(interim, step.cursor.parts[0]!)).toString('utf8'))
  const [slip] = slips
  const user = await db.user.findUniqueOrThrow({ where: { username: slip.username } })
  expect(await verify(user.passwordHash, slip.code)).toBe(true)
  const origin = { address: '10.2.2.2', agent: 'test' }
  const enter = (days: number) =>
    signIn({ username: slip.username, password: slip.code }, origin, new Date(NOW.getTime() + days * 86_400_000))
  await expect(enter(29)).resolves.toEqual(expect.any(String))
  await expect(enter(30)).rejects.toMatchObject({ code: 'oneTimeExpired' })
})

test('R34: a list of citizen numbers: who cannot be served is told with the reason, nobody outside the unit is', async () => {
  const [school, elsewhere] = [await aUnit(), await aUnit()]
  const { actor } = await someone(school, 'unitAdmin')
  const colleague = await someone(school)
  const [wanted, , gone] = [
    ...(await people(school, 2)),
    ...(await people(school, 1, { employmentStatus: 'NGHI_HUU' })),
  ]
  const [stranger] = await people(elsewhere, 1)
  const held = await db.person.findFirstOrThrow({ where: { id: colleague.actor.personId! } })
  // A spreadsheet took the leading nought.
  const list = [
    wanted!.citizenId.slice(1),
    held.citizenId,
    gone!.citizenId,
    stranger!.citizenId,
    '12',
    wanted!.citizenId,
  ]
  const id = await ask(actor, school, list.join('\n'))
  await run()
  const job = await db.job.findUniqueOrThrow({ where: { id } })
  expect(job.message).toBe('Đã cấp 1 tài khoản. 5 dòng không cấp được, kể ở cuối tệp.')
  expect(await db.user.count({ where: { personId: { in: [gone!.id, stranger!.id] } } })).toBe(0)
  expect(await db.user.count({ where: { personId: wanted!.id } })).toBe(1)
})

test('R31: nobody issues accounts in bulk outside their subtree', async () => {
  const [school, elsewhere] = [await aUnit(), await aUnit()]
  const { actor } = await someone(school, 'unitAdmin')
  const { actor: officer } = await someone(elsewhere, 'recordsOfficer')
  await people(elsewhere, 1)
  await expect(ask(actor, elsewhere)).rejects.toMatchObject({ code: 'notFound' })
  await expect(ask(officer, elsewhere)).rejects.toMatchObject({ code: 'notFound' })
})
