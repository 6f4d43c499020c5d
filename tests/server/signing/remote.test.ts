import '../../support/every-way'
import '../../support/own-data-folder'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/server/db'
import { confirmEnrolment } from '@/lib/server/enrolment/decide-enrolment'
import { openEnrolment } from '@/lib/server/enrolment/open-enrolment'
import { signingOutcome } from '@/lib/server/signing/outcome'
import { cscService } from '@/lib/server/signing/remote/csc-service'
import { openRemote } from '@/lib/server/signing/remote/open-remote'
import { type RemoteSimulator, startRemoteSimulator } from '@/lib/simulators/remote/remote-simulator'
import { rsaKeys } from '../../documents/a-chain'
import { actorOf, aPerson, aSubmission, aUnit, NOW } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { call, chain, openMonth, trust } from '../../support/signing'
import { atAPortal, minutesLater } from '../../support/tool-signing'

vi.setConfig({ testTimeout: 60_000 })
const key = chain.signer({ name: 'Ngô Thanh Liêm', keys: rsaKeys() })
const ACCOUNT = '087085000001'
const refused = (code: string) => expect.objectContaining({ code })

let simulator: RemoteSimulator
const service = (secret = 'bi-mat') =>
  cscService({ name: 'Dịch vụ thử', url: simulator.url, clientId: 'cong', secret: () => secret, timeoutMs: 2_000 })

beforeAll(async () => {
  trust()
  const chainOf = [key.certificate, ...key.intermediates]
  simulator = await startRemoteSimulator(new Map([[ACCOUNT, { key: key.key, chain: chainOf }]]), 'bi-mat')
})
beforeEach(() => simulator.fail(null))
afterAll(() => simulator.close())

/** A head whose remote key is registered, as enrolling by telephone leaves it. */
async function aRemoteHead() {
  const unit = await aUnit()
  const head = await aPerson(unit, { name: 'Ngô Thanh Liêm' })
  const actor = await atAPortal(await actorOf(head, unit, 'person', 'unitHead'))
  const admin = await actorOf(await aPerson(unit), unit, 'unitAdmin')
  const { enrolmentId } = await openEnrolment(call(actor, { replacesId: null }))
  const opened = await openRemote(
    call(actor, { subject: 'enrolment', subjectId: enrolmentId, account: ACCOUNT }),
    service(),
  )
  expect(opened.code).toBe(simulator.shown()?.code)
  simulator.phone('confirm')
  expect(await signingOutcome(call(actor, { sessionId: opened.sessionId }), service())).toMatchObject({
    state: 'accepted',
  })
  await confirmEnrolment(call(admin, { enrolmentId }))
  const { person, record } = await aPerson(unit)
  await aSubmission(
    record.id,
    'checked',
    aCompleteDraft({ fullName: person.fullName, citizenId: person.citizenId, unit }),
  )
  const { batchId } = await openMonth(actor, unit)
  return { actor, batchId }
}
type Head = Awaited<ReturnType<typeof aRemoteHead>>

const openBatch = ({ actor, batchId }: Head, by = service()) =>
  openRemote(call(actor, { subject: 'batch', subjectId: batchId, account: null }), by)
const outcome = ({ actor }: Head, sessionId: string, now = NOW) =>
  signingOutcome(call(actor, { sessionId }, now), service())
const stateOf = async ({ batchId }: Head) =>
  (await db.approvalBatch.findUniqueOrThrow({ where: { id: batchId } })).state
/** One key belongs to one person: each test has it to itself. */
const freeTheKey = () => db.$executeRaw`UPDATE signer_certificate SET fingerprint = id::text`

test('the certificate comes first, then the hash; confirmed on the telephone, the month is approved', async () => {
  await freeTheKey()
  const head = await aRemoteHead()
  const { sessionId } = await openBatch(head)
  expect(simulator.shown()?.title).toBe('Phê duyệt 1 hồ sơ')
  expect(await outcome(head, sessionId)).toMatchObject({ state: 'waiting' })
  expect(await stateOf(head)).toBe('frozen')
  simulator.phone('confirm')
  const both = await Promise.all([outcome(head, sessionId), outcome(head, sessionId)])
  expect(both.map(({ state }) => state)).toContain('accepted')
  expect(await stateOf(head)).toBe('approved')
  expect(await db.auditEvent.count({ where: { subjectId: head.batchId, action: 'batch.approved' } })).toBe(1)
})

test('refused on the telephone, not confirmed in time, or another signature: nothing is signed, with its reason', async () => {
  await freeTheKey()
  const head = await aRemoteHead()
  const first = await openBatch(head)
  simulator.phone('refuse')
  expect(await outcome(head, first.sessionId)).toMatchObject({
    state: 'refused',
    reason: expect.stringContaining('từ chối ký'),
  })
  const second = await openBatch(head)
  expect(await outcome(head, second.sessionId, minutesLater(4))).toMatchObject({
    state: 'refused',
    reason: expect.stringContaining('Quá 3 phút'),
  })
  const third = await openBatch(head)
  simulator.fail('wrongSignature')
  simulator.phone('confirm')
  expect(await outcome(head, third.sessionId)).toMatchObject({
    state: 'refused',
    reason: expect.stringContaining('không khớp với chứng thư'),
  })
  expect(await stateOf(head)).toBe('frozen')
})

test('a service that is down, speaks otherwise or does not know us is named; while waiting it is asked again', async () => {
  await freeTheKey()
  const head = await aRemoteHead()
  for (const fault of ['down', 'html', 'unauthorised'] as const) {
    simulator.fail(fault)
    await expect(openBatch(head)).rejects.toThrow(refused('remoteServiceDown'))
  }
  simulator.fail(null)
  await expect(openBatch(head, service('sai'))).rejects.toThrow(refused('remoteServiceDown'))
  const { sessionId } = await openBatch(head)
  simulator.phone('confirm')
  simulator.fail('down')
  expect(await outcome(head, sessionId)).toMatchObject({ state: 'waiting' })
  simulator.fail(null)
  expect(await outcome(head, sessionId)).toMatchObject({ state: 'accepted' })
})

test('nobody makes another’s telephone ring: a batch is signed with the account that was confirmed', async () => {
  const unit = await aUnit()
  const head = await aPerson(unit, { name: 'Ngô Thanh Liêm' })
  const actor = await atAPortal(await actorOf(head, unit, 'person', 'unitHead'))
  const { person, record } = await aPerson(unit)
  await aSubmission(
    record.id,
    'checked',
    aCompleteDraft({ fullName: person.fullName, citizenId: person.citizenId, unit }),
  )
  const { batchId } = await openMonth(actor, unit)
  const ask = (subject: 'batch' | 'enrolment', subjectId: string, account: string) =>
    openRemote(call(actor, { subject, subjectId, account }), service())
  await expect(ask('batch', batchId, ACCOUNT)).rejects.toThrow(refused('remoteAccountMissing'))
  const { enrolmentId } = await openEnrolment(call(actor, { replacesId: null }))
  await expect(ask('enrolment', enrolmentId, 'khong-co')).rejects.toThrow(refused('remoteAccountUnknown'))
})
