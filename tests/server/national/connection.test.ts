import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '@/lib/server/db'
import { env, surroundings } from '@/lib/server/env'
import { approveConnection } from '@/lib/server/exchange/connection-approval'
import { connectionPage, runTrial } from '@/lib/server/exchange/connection-page'
import { tryConnection } from '@/lib/server/exchange/try-connection'
import { SecretMissing } from '@/lib/server/national/secrets'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { DEMO_MEMBER, DEMO_SERVICE } from '@/lib/simulators/x-road-face'
import { post, recordsOf } from '@/tests/simulators/wire'
import { call, someone, aUnit as unitOf } from '@/tests/support/builders'
import { aProfile, aSecret, profileForProcess } from '@/tests/support/national-profile'
import { aSender, workUntilQuiet } from '../pushes/a-worker'
import { aPerson, approved, aUnit, statesOf } from '../pushes/an-outbox'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startNationalSimulator({ port: 0 })
  const { NATIONAL_PROFILE, NATIONAL_PASSWORD } = profileForProcess(simulator.url)
  Object.assign(env, { NATIONAL_PROFILE })
  Object.assign(surroundings, { NATIONAL_PASSWORD })
})
afterAll(() => simulator.close())

const DOCUMENT = { level: 3, documentNo: '15/QĐ-UBND', documentDate: '2026-01-05' }
const statesIn = async (...args: Parameters<typeof tryConnection>) =>
  (await tryConnection(...args)).map(({ step, state }) => `${step} ${state}`)

describe('R172: the channel stays closed until the security level is approved', () => {
  test('nothing is sent before, everything after; who entered what is kept and logged', async () => {
    const who = await aPerson(await aUnit())
    await approved(who)
    const stop = new AbortController()
    const running = aSender(simulator).run(stop.signal)
    await new Promise((later) => setTimeout(later, 1500))
    expect([await statesOf(who), await recordsOf(simulator)]).toEqual([['waiting'], []])
    stop.abort()
    await running

    const { actor } = await someone(await unitOf(), 'integrationAdmin')
    await approveConnection(call(actor, DOCUMENT))
    await workUntilQuiet(simulator)
    expect(await statesOf(who)).toEqual(['accepted'])
    expect(await connectionPage(actor)).toMatchObject({
      approval: { level: 3, documentNo: '15/QĐ-UBND', documentDate: '2026-01-05', byName: actor.personName },
      state: { openings: 0, lastAnswerAt: expect.any(Date) },
    })
    expect(await db.auditEvent.count({ where: { action: 'channel.approved', subjectId: 'test' } })).toBe(1)
  })

  test('an approval is not rewritten, and its date is no later than today', async () => {
    const { actor } = await someone(await unitOf(), 'integrationAdmin')
    await expect(approveConnection(call(actor, { ...DOCUMENT, documentDate: '2099-01-01' }))).rejects.toMatchObject({
      fields: { documentDate: expect.stringContaining('chưa đến') },
    })
    await expect(db.connectionApproval.updateMany({ data: { level: 5 } })).rejects.toThrow()
  })

  test('who administers people neither opens the channel nor tries it', async () => {
    const { actor } = await someone(await unitOf(), 'provinceAdmin')
    const stranger = await someone(await unitOf(), 'recordsOfficer')
    await expect(approveConnection(call(actor, DOCUMENT))).rejects.toThrow(Refusal)
    await expect(runTrial(call(actor, {}))).rejects.toThrow(Refusal)
    await expect(connectionPage(stranger.actor)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('R109: the connection is tried step by step before anything is sent', () => {
  const now = new Date()
  const GOOD = ['secrets good', 'name good', 'line good', 'token good', 'call good', 'clock good']

  test('all steps pass by each of the three ways, and the counterpart holds nothing more than before', async () => {
    const held = await recordsOf(simulator)
    const xRoad = { entrance: { kind: 'none' }, xRoad: { client: DEMO_MEMBER, service: DEMO_SERVICE } }
    expect(await statesIn(aProfile(simulator.url), aSecret, now)).toEqual(GOOD)
    expect(await statesIn(aProfile(simulator.url, xRoad), aSecret, now)).toEqual(GOOD)
    expect(await recordsOf(simulator)).toEqual(held)
  })

  test.each<[string, () => Parameters<typeof tryConnection>, string]>([
    ['a secret that is not there', () => [aProfile(simulator.url), missing, now], 'secrets'],
    ['a name nobody knows', () => [aProfile('https://khong-co.invalid'), aSecret, now], 'name'],
    ['a port where nobody listens', () => [aProfile('http://127.0.0.1:9'), aSecret, now], 'line'],
    ['a wrong password', () => [aProfile(simulator.url), () => 'sai', now], 'token'],
    ['a wrong address', () => [aProfile(simulator.url, { messagePath: '/nowhere' }), aSecret, now], 'call'],
    ['a clock an hour late', () => [aProfile(simulator.url), aSecret, new Date(Date.now() - 3_600_000)], 'clock'],
  ])('%s fails at its own step, and what comes after is not tried', async (_name, args, step) => {
    const states = await statesIn(...args())
    expect(states.findIndex((one) => one.endsWith('bad'))).toBe(states.indexOf(`${step} bad`))
    expect(states.slice(states.indexOf(`${step} bad`) + 1).every((one) => one.endsWith('skipped'))).toBe(true)
  })

  test('from the page: the steps come back, and the trial is in the log', async () => {
    const { actor } = await someone(await unitOf(), 'integrationAdmin')
    expect((await runTrial(call(actor, {}))).map(({ state }) => state)).toEqual(Array(6).fill('good'))
    await post(`${simulator.url}/__sim/faults`, { kind: 'html', times: 1, at: 'login' })
    expect((await runTrial(call(actor, {}))).find(({ state }) => state === 'bad')?.step).toBe('token')
    expect(await db.auditEvent.count({ where: { action: 'channel.tried', subjectId: 'test' } })).toBe(2)
  })
})

const missing = (reference: string) => {
  throw new SecretMissing(reference)
}
