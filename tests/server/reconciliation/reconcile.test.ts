import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { env, surroundings } from '@/lib/server/env'
import { requestJob } from '@/lib/server/jobs/request-job'
import { beat } from '@/lib/server/pushes/heartbeat'
import { reconcileEachNight } from '@/lib/server/reconciliation/reconcile-each-night'
import { reconciliationPage } from '@/lib/server/reconciliation/reconciliation-page'
import { resendDifferences } from '@/lib/server/reconciliation/resend-differences'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { aFile, envelope, logIn, post, recordsOf, send } from '@/tests/simulators/wire'
import { call, someone, aUnit as unitOf } from '@/tests/support/builders'
import { profileForProcess } from '@/tests/support/national-profile'
import { run } from '../jobs/a-runner'
import { approveChannel, workUntilQuiet } from '../pushes/a-worker'
import { aPerson, approved, aRevision, aUnit, type Somebody } from '../pushes/an-outbox'

const REPORT = { reportPath: '/apisyncmsg/syncmsg/report' }
const owner = new Client(process.env.DATABASE_OWNER_URL)
let simulator: Simulator
let admin: Actor
let unit: Awaited<ReturnType<typeof aUnit>>

beforeAll(async () => {
  await approveChannel()
  await owner.connect()
  simulator = await startNationalSimulator({ port: 0 })
  surroundings.NATIONAL_PASSWORD = profileForProcess(simulator.url).NATIONAL_PASSWORD
  admin = (await someone(await unitOf(), 'integrationAdmin')).actor
})
afterAll(async () => {
  await owner.end()
  await simulator.close()
})
beforeEach(async () => {
  await post(`${simulator.url}/__sim/reset`, {})
  for (const table of ['reconciliation', 'job', 'delivery_attempt', 'delivery'])
    await owner
      .query(`TRUNCATE ${table} CASCADE`)
      .catch(() => owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER; TRUNCATE ${table} CASCADE`))
  unit = await aUnit()
  tell(REPORT)
})

const tell = (over: object) =>
  Object.assign(env, { NATIONAL_PROFILE: profileForProcess(simulator.url, over).NATIONAL_PROFILE })

async function people(many: number): Promise<Somebody[]> {
  const all: Somebody[] = []
  for (let index = 0; index < many; index++) all.push(await aPerson(unit))
  for (const who of all) await approved(who, `first of ${who.person.citizenId}`)
  await workUntilQuiet(simulator)
  return all
}

async function reconciled() {
  await requestJob(call(admin, { kind: 'exchange.reconcile', input: {} }))
  await run()
  return found()
}

async function found(actor = admin) {
  const {
    run: newest,
    rows,
    total,
    resendable,
  } = await reconciliationPage(actor, { kind: null, unitId: null, page: 1 })
  const kinds = Object.fromEntries(rows.map(({ personKey, kind }) => [personKey, kind]))
  return { newest, kinds, total, resendable }
}

const theirs = async (action: string, citizenId: string, duty?: string) => {
  const [held] = (await recordsOf(simulator)).filter(({ key }) => key === citizenId)
  const file = structuredClone(held?.body ?? aFile(citizenId)) as unknown as Record<string, Record<string, string>>
  if (duty !== undefined) file.LUONG_PHUCAP_CHUCVU!.CongViecChinhDuocGiao = duty
  expect(await send(simulator, await logIn(simulator), envelope(action, file))).toMatchObject({ err_code: 0 })
}

describe('against the report of the other side', () => {
  test('what agrees is counted, what does not is named, and one resend mends it', async () => {
    const [same, gone, changed, older, unheard] = await people(5)
    const before = structuredClone(
      (await recordsOf(simulator)).find(({ key }) => key === older!.person.citizenId)!.body,
    )
    await approved(older!, 'second')
    await workUntilQuiet(simulator)
    await send(simulator, await logIn(simulator), envelope('EDIT', before))
    await theirs('DEL', gone!.person.citizenId)
    await theirs('EDIT', changed!.person.citizenId, 'somebody else wrote this')
    await theirs('ADD', '999999999999')
    // An answer that never came, and a worker that gave up.
    await db.delivery.updateMany({ where: { recordId: unheard!.recordId }, data: { state: 'parked', uncertain: true } })

    const { newest, kinds, resendable } = await reconciled()
    expect(kinds).toEqual({
      [gone!.person.citizenId]: 'missing',
      [changed!.person.citizenId]: 'different',
      [older!.person.citizenId]: 'older',
      [unheard!.person.citizenId]: 'unconfirmed',
      '999999999999': 'unknown',
    })
    expect(newest).toMatchObject({ source: 'report', held: 5, acknowledged: 4, equal: 1, askedBy: admin.personName })
    expect(same).toBeDefined()
    expect(resendable).toBe(4)

    expect(await resendDifferences(call(admin, { reason: 'Đối soát thấy lệch' }))).toBe(4)
    expect(await db.auditEvent.count({ where: { action: 'delivery.resent' } })).toBeGreaterThanOrEqual(4)
    await workUntilQuiet(simulator)
    expect((await reconciled()).kinds).toEqual({ '999999999999': 'unknown' })
  })

  test('whoever is being sent to meanwhile is left to the next comparison', async () => {
    const [who] = await people(1)
    const delivery = await approved(who!, 'on its way')
    await theirs('EDIT', who!.person.citizenId, 'half way')
    await db.delivery.update({ where: { id: delivery.id }, data: { state: 'waiting', uncertain: true } })
    expect((await reconciled()).kinds).toEqual({})
    await db.delivery.update({ where: { id: delivery.id }, data: { state: 'parked' } })
  })

  test('a database that was restored is noticed by what came after its last call', async () => {
    const [, lost] = await people(2)
    expect((await reconciled()).newest).toMatchObject({ afterOurLast: 0 })
    // Sent after the backup; the portal no longer knows.
    await new Promise((later) => setTimeout(later, 20))
    await theirs('EDIT', lost!.person.citizenId, 'after the backup')
    expect(await reconciled()).toMatchObject({
      newest: { afterOurLast: 1 },
      kinds: { [lost!.person.citizenId]: 'different' },
    })
  })

  test.each(['down', 'html', 'truncated', 'failed', 'tooLong'])(
    'a report that comes as %s says so and changes nothing',
    async (kind) => {
      await people(1)
      await post(`${simulator.url}/__sim/faults`, { kind, at: 'report', times: 9 })
      expect((await reconciled()).newest).toBeNull()
      expect(await db.reconciliation.findFirst()).toMatchObject({
        failure: expect.stringMatching(/./),
        endedAt: expect.any(Date),
      })
      expect(await db.reconciliationLine.count()).toBe(0)
      await fetch(`${simulator.url}/__sim/faults`, { method: 'DELETE' })
    },
  )
})

test('where the other side gives no report, our own approved versions are the measure', async () => {
  tell({})
  const [, drifted] = await people(2)
  await db.delivery.updateMany({ where: { recordId: drifted!.recordId }, data: { payloadSha256: 'f'.repeat(64) } })
  const forgotten = await aPerson(unit)
  const revision = await aRevision(forgotten)
  await db.record.update({ where: { id: forgotten.recordId }, data: { approvedRevisionId: revision.id } })

  const { kinds, newest } = await reconciled()
  expect(newest).toMatchObject({ source: 'own', acknowledged: 2, equal: 1 })
  expect(kinds).toEqual({ [drifted!.person.citizenId]: 'different', [forgotten.person.citizenId]: 'unqueued' })
  await resendDifferences(call(admin, { reason: 'Đưa vào hàng gửi' }))
  await workUntilQuiet(simulator)
  expect((await reconciled()).kinds).toEqual({})
})

test('a unit sees the differences of its own people; strangers to the channel see none and resend nothing', async () => {
  const [who] = await people(1)
  await theirs('DEL', who!.person.citizenId)
  await theirs('ADD', '999999999999')
  await reconciled()
  const there = { unitId: unit.id, unitPath: unit.path, unitName: unit.name, from: '2026-01-01', until: null }
  const head = { ...admin, grants: [{ ...there, role: 'unitHead' as const }] }
  expect((await found(head)).kinds).toEqual({ [who!.person.citizenId]: 'missing' })
  await expect(resendDifferences(call(head, { reason: 'x' }))).rejects.toMatchObject({ code: 'notFound' })
  const person = { ...admin, grants: [{ ...there, role: 'person' as const }] }
  await expect(found(person)).rejects.toMatchObject({ code: 'notFound' })
  await expect(requestJob(call(head, { kind: 'exchange.reconcile', input: {} }))).rejects.toMatchObject({
    code: 'notFound',
  })
})

test('each night once, by one of two workers; a failed night is tried again', async () => {
  await people(1)
  const now = new Date('2026-11-28T01:00:00+07:00')
  const stop = new AbortController()
  await Promise.all(['one', 'two'].map((name) => beat(db, name)))
  const [one, two] = [reconcileEachNight('one'), reconcileEachNight('two')]
  await post(`${simulator.url}/__sim/faults`, { kind: 'down', at: 'report', times: 3 })
  await Promise.all([one(now, stop.signal), two(now, stop.signal)])
  expect(await db.reconciliation.findMany()).toMatchObject([{ failure: expect.any(String) }])
  const later = new Date(now.getTime() + 16 * 60_000)
  await Promise.all([one(later, stop.signal), two(later, stop.signal)])
  expect(await db.reconciliation.findMany()).toMatchObject([{ failure: null, equal: 1, askedBy: null }])
})
