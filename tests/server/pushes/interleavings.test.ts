import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { nationalFile } from '@/lib/documents/national-message'
import { firstAction } from '@/lib/domain/push'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { resendEverything } from '@/lib/server/exchange/resend-everything'
import { type Claim, claimDeliveries } from '@/lib/server/pushes/claim'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'
import { beat } from '@/lib/server/pushes/heartbeat'
import { completed } from '@/lib/server/records/completed'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { post, recordsOf } from '@/tests/simulators/wire'
import { call, someone, aUnit as unitOf } from '@/tests/support/builders'
import { profileForProcess } from '@/tests/support/national-profile'
import { aGateway, approveChannel, aSender, dutyOf, requestsTo, workUntilQuiet } from './a-worker'
import { aUnit } from './an-outbox'

/** In the order in which one refers to the other. */
const TABLES = ['revision', 'delivery', 'delivery_attempt']
const owner = new Client(process.env.DATABASE_OWNER_URL)
let number = 90_000_000_000

const WORKERS = ['one', 'two']
const PEOPLE = 40
const WORLDS = 50

let simulator: Simulator
let integration: Awaited<ReturnType<typeof someone>>['actor']
beforeAll(async () => {
  await approveChannel()
  simulator = await startNationalSimulator({ port: 0 })
  Object.assign(env, { NATIONAL_PROFILE: profileForProcess(simulator.url).NATIONAL_PROFILE })
  integration = (await someone(await unitOf(), 'integrationAdmin')).actor
  await owner.connect()
  // As a restore writes: beneath the rules of the tables.
  for (const table of TABLES) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
})
afterAll(async () => {
  await owner.end()
  await simulator.close()
})

const someOfThem = fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 8, maxLength: 30 })
const faultKind = fc.constantFrom('down', 'html', 'truncated', 'lostAnswer', 'failed', 'maintenance', 'textCode', 'bom')
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('approve' as const), who: someOfThem }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('work' as const), many: fc.integer({ min: 1, max: 40 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      faults: fc.array(fc.record({ kind: faultKind, times: fc.integer({ min: 1, max: 4 }) }), { maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('crash' as const), sent: fc.array(fc.boolean(), { maxLength: 8 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lostTime' as const), who: someOfThem }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Some people, what was last approved of each, and the tables as they were when they were last saved. */
class World {
  #restored = false
  #serial = 0
  readonly #versions: number[] = Array(PEOPLE).fill(0)
  /** What the newest approved version of each says; empty before the first. */
  readonly duties: string[] = Array(PEOPLE).fill('')
  /** Everything ever approved, also what a restore took back. */
  readonly everApproved = new Set<string>()

  private constructor(
    readonly people: { recordId: string; citizenId: string }[],
    private readonly unit: { code: string; name: string },
  ) {}

  static async open() {
    const unit = await aUnit()
    const people = Array.from({ length: PEOPLE }, () => {
      number += 1
      return { id: randomUUID(), recordId: randomUUID(), citizenId: String(number).padStart(12, '0') }
    })
    await db.person.createMany({
      data: people.map(({ id, citizenId }) => ({
        ...{ id, citizenId, unitId: unit.id, fullName: `Người ${citizenId}`, searchName: citizenId },
        ...{ personCategory: 'VIEN_CHUC', employmentStatus: 'DANG_LAM_VIEC' },
      })),
    })
    await db.record.createMany({ data: people.map(({ id, recordId }) => ({ id: recordId, personId: id, draft: {} })) })
    return new World(people, unit)
  }

  async take(what: Step) {
    switch (what.kind) {
      case 'approve':
        return this.#approve(what.who)
      case 'work':
        return work(what.many)
      case 'fault':
        for (const fault of what.faults) await post(`${simulator.url}/__sim/faults`, fault)
        return
      case 'crash':
        return crash(what.sent)
      case 'lostTime':
        return this.#loseTime(what.who)
    }
  }

  /** The end of all troubles, with what an administrator asks for after a restore and for what was given up. */
  async settle() {
    await fetch(`${simulator.url}/__sim/faults`, { method: 'DELETE' })
    await db.workerBeat.deleteMany({})
    if (this.#restored) await resendEverything(call(integration, { reason: 'Phục hồi từ bản sao' }))
    await db.delivery.updateMany({ where: { state: 'parked' }, data: { state: 'waiting', attempts: 0 } })
    await db.delivery.updateMany({ where: { state: 'waiting' }, data: { dueAt: new Date(0) } })
    await workUntilQuiet(simulator, 'last')
  }

  async #approve(who: number[]) {
    const revisions = who.map((index) => {
      const { recordId, citizenId } = this.people[index]!
      this.#versions[index]! += 1
      this.#serial += 1
      const duty = `${citizenId} #${this.#serial}`
      this.duties[index] = duty
      this.everApproved.add(duty)
      const data = emptyRecord()
      Object.assign(data.agency, { person_category: 'VIEN_CHUC' })
      Object.assign(data.agency, { managing_authority: this.unit, employing_unit: this.unit })
      Object.assign(data.identity, { full_name: `Người ${citizenId}`, citizen_id: citizenId, gender: '2' })
      Object.assign(data.position, { main_duty: duty })
      const common = { salt: '', hash: '', catalogueVersion: 1, declaration: '', byName: 'x', changes: [] }
      const by = { byUserId: randomUUID(), at: new Date() }
      return { id: randomUUID(), recordId, data: data as object, version: this.#versions[index]!, ...common, ...by }
    })
    await db.revision.createMany({ data: revisions })
    const ids = revisions.map(({ id }) => id)
    await db.$transaction((tx) => enqueueDeliveries(tx, ids, new Date()))
  }

  /** What was approved and sent since the backup is gone from the portal, and stays on the other side. */
  async #loseTime(who: number[]) {
    const before = { versions: [...this.#versions], duties: [...this.duties] }
    for (const table of TABLES) {
      await owner.query(`DROP TABLE IF EXISTS backup_${table}`)
      await owner.query(`CREATE TABLE backup_${table} AS TABLE ${table}`)
    }
    await fetch(`${simulator.url}/__sim/faults`, { method: 'DELETE' })
    await this.#approve(who)
    await work(PEOPLE, 400)
    for (const table of TABLES.toReversed()) await owner.query(`DELETE FROM ${table}`)
    for (const table of TABLES) await owner.query(`INSERT INTO ${table} SELECT * FROM backup_${table}`)
    this.#versions.splice(0, PEOPLE, ...before.versions)
    this.duties.splice(0, PEOPLE, ...before.duties)
    this.#restored = true
  }
}

/** Two workers until so many are off their hands, or for as long as troubles let them. */
async function work(many: number, patience = 20) {
  await db.channelState.deleteMany({})
  const stop = new AbortController()
  const open = () => db.delivery.count({ where: { state: { in: ['waiting', 'sending'] } } })
  const enough = Math.max(0, (await open()) - many)
  await Promise.all(WORKERS.map((name) => beat(db, name)))
  const running = WORKERS.map((name) => aSender(simulator, name).run(stop.signal))
  for (let looks = 0; looks < patience && (await open()) > enough; looks++)
    await new Promise((later) => setTimeout(later, 25))
  stop.abort()
  await Promise.all(running)
}

/** A worker takes some in hand, sends a part of them, and is never heard of again. */
async function crash(sent: boolean[]) {
  const claims = await claimDeliveries(db, { worker: `dead ${randomUUID()}` }, sent.length, new Date())
  for (const [index, claim] of claims.entries()) if (sent[index]) await sendOnly(claim)
}

/** The message of a delivery goes out; what became of it is written nowhere. */
async function sendOnly({ revisionId, personKey, uncertain, recordId, id }: Claim) {
  const { data } = await db.revision.findUniqueOrThrow({ where: { id: revisionId } })
  const accepted = await db.delivery.count({ where: { recordId, id: { not: id }, state: 'accepted' } })
  const file = nationalFile(completed(data), { personKey, agencyCodeOf: () => 'H20.10' })
  await aGateway(simulator).push(file, firstAction({ everAccepted: accepted > 0, uncertain }))
}

test('however approvals, sending, faults, crashes and restores fall: in the end each holds the last approved, and nothing else was ever sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      await post(`${simulator.url}/__sim/reset`, {})
      for (const table of TABLES.toReversed()) await owner.query(`DELETE FROM ${table}`)
      const world = await World.open()
      for (const what of steps) await world.take(what)
      await world.settle()
      const held = new Map((await recordsOf(simulator)).map(({ key, body }) => [key, dutyOf(body)]))
      for (const [index, duty] of world.duties.entries()) {
        // What a restore took back altogether may still be held: nobody approved anything in its place.
        if (duty !== '') expect(held.get(world.people[index]!.citizenId)).toBe(duty)
      }
      const sent = (await requestsTo(simulator)).map(({ body }) => dutyOf(body))
      expect(sent.filter((duty) => !world.everApproved.has(duty))).toEqual([])
    }),
    { numRuns: WORLDS, endOnFailure: true },
  )
}, 900_000)
