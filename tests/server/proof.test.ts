import '../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/server/db'
import { closeProofIncident, proofStanding } from '@/lib/server/proof/incidents'
import { proveEachNight, proveSigned } from '@/lib/server/proof/prove-each-night'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'
import { resend } from '@/lib/server/pushes/resend'
import { aSubmission, NOW, someone } from '../support/builders'
import { aCompleteDraft } from '../support/complete-draft'
import { aUnitWithHead, call, openMonth, owner, signBatch, trust } from '../support/signing'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

const REASON = 'Khôi phục từ bản sao lưu đêm trước'

/** Two people whose records were really signed. */
async function twoSigned() {
  const { unit, actor, key } = await aUnitWithHead()
  const people = [await someone(unit), await someone(unit)]
  for (const { recordId, fullName } of people) {
    const { citizenId } = await db.person.findFirstOrThrow({ where: { record: { id: recordId } } })
    await aSubmission(
      recordId,
      'checked',
      aCompleteDraft({ fullName, citizenId, unit: { code: unit.code, name: unit.name } }),
    )
  }
  const { batchId } = await openMonth(actor, unit)
  await signBatch(actor, batchId, key)
  const deliveryOf = (recordId: string) => db.delivery.findFirstOrThrow({ where: { recordId } })
  return { unit, people, batchId, deliveryOf }
}

/** What somebody with the owner's password could do: change a letter where nobody may. */
const tamper = async (recordId: string, phone: string) => {
  await owner('ALTER TABLE revision DISABLE TRIGGER append_only', [])
  await owner(
    `UPDATE revision SET data = jsonb_set(data, '{identity,phone}', to_jsonb($2::text)) WHERE record_id = $1`,
    [recordId, phone],
  )
  await owner('ALTER TABLE revision ENABLE TRIGGER append_only', [])
}

test('what is stored as it was signed raises nothing', async () => {
  await twoSigned()
  const { records, papers, mismatches } = await proveSigned(NOW)
  expect(records).toBeGreaterThanOrEqual(2)
  expect(papers).toBeGreaterThanOrEqual(1)
  expect(mismatches).toBe(0)
})

test('a letter changed by the owner of the tables: that record is told of and not sent, the others go on; restored, it goes on too', async () => {
  const { unit, people, deliveryOf } = await twoSigned()
  const [hurt, whole] = people as [(typeof people)[0], (typeof people)[0]]
  const { data } = await db.revision.findFirstOrThrow({ where: { recordId: hurt.recordId } })
  const phone = (data as { identity: { phone: string } }).identity.phone
  await db.delivery.updateMany({
    where: { recordId: { in: people.map(({ recordId }) => recordId) } },
    data: { state: 'waiting', reasonCode: null },
  })
  await tamper(hurt.recordId, '0999999999')

  expect((await proveSigned(NOW)).mismatches).toBe(1)
  expect(await deliveryOf(hurt.recordId)).toMatchObject({ state: 'held', reasonCode: 'proofFailed' })
  expect(await deliveryOf(whole.recordId)).toMatchObject({ state: 'waiting' })
  const admin = await someone(unit, 'unitAdmin')
  const { open, night } = await proofStanding(admin.actor)
  expect(open).toMatchObject([{ recordId: hurt.recordId, name: hurt.fullName }])
  expect(night).toBeNull()
  expect(await db.auditEvent.count({ where: { action: 'proof.failed', subjectId: hurt.recordId } })).toBe(1)

  // Told once; nobody sends it by hand, and a newer version of it waits as well.
  await proveSigned(NOW)
  expect(await db.proofIncident.count({ where: { recordId: hurt.recordId } })).toBe(1)
  const { actor: integration } = await someone(unit, 'integrationAdmin')
  const { id } = await deliveryOf(hurt.recordId)
  await expect(resend(call(integration, { id: String(id), reason: REASON }))).rejects.toMatchObject({
    code: 'deliveryNotResendable',
  })
  const { revision } = await aSubmission(hurt.recordId, 'approved')
  await enqueueDeliveries(db, [revision.id], NOW)
  const newer = () => db.delivery.findUniqueOrThrow({ where: { revisionId: revision.id } })
  expect(await newer()).toMatchObject({ state: 'held', reasonCode: 'proofFailed' })

  const close = () => closeProofIncident(call(admin.actor, { incidentId: open[0]!.id, reason: REASON }))
  await expect(close()).rejects.toMatchObject({ code: 'proofStillFails' })
  await owner('ALTER TABLE revision DISABLE TRIGGER append_only', [])
  await owner(`UPDATE revision SET data = $2::jsonb WHERE record_id = $1 AND version = 1`, [
    hurt.recordId,
    JSON.stringify({ ...(data as object), identity: { ...(data as { identity: object }).identity, phone } }),
  ])
  await owner('ALTER TABLE revision ENABLE TRIGGER append_only', [])
  await close()
  expect(await newer()).toMatchObject({ state: 'waiting', reasonCode: null })
  expect((await proofStanding(admin.actor)).open).toEqual([])
})

test('a kept paper that was changed stops every record it approved, and is for its own administrators alone', async () => {
  const { unit, people, batchId, deliveryOf } = await twoSigned()
  const ids = people.map(({ recordId }) => recordId)
  await db.delivery.updateMany({ where: { recordId: { in: ids } }, data: { state: 'waiting', reasonCode: null } })
  const { signedPdf } = await db.approvalBatch.findUniqueOrThrow({ where: { id: batchId } })
  const changed = Uint8Array.from(signedPdf!)
  changed[2_000] = (changed[2_000] ?? 0) ^ 1
  await db.approvalBatch.update({ where: { id: batchId }, data: { signedPdf: changed } })
  await proveSigned(NOW)
  for (const id of ids) expect(await deliveryOf(id)).toMatchObject({ state: 'held', reasonCode: 'proofFailed' })
  const admin = await someone(unit, 'unitAdmin')
  const { open } = await proofStanding(admin.actor)
  expect(open).toMatchObject([{ batchId, recordId: null }])
  const stranger = await someone((await aUnitWithHead()).unit, 'unitAdmin')
  expect((await proofStanding(stranger.actor)).open.filter((one) => one.batchId === batchId)).toEqual([])
  const close = closeProofIncident(call(stranger.actor, { incidentId: open[0]!.id, reason: REASON }))
  await expect(close).rejects.toMatchObject({ code: 'notFound' })
})

test('the night’s work is done once a day, and what was broken off begins anew', async () => {
  const day = new Date('2026-11-25T02:00:00Z')
  const stop = new AbortController()
  stop.abort()
  await proveEachNight()(day, stop.signal)
  expect(await db.proofRun.findFirst({ where: { startedAt: day } })).toMatchObject({ endedAt: null })
  const go = new AbortController().signal
  const prove = proveEachNight()
  await prove(day, go)
  const run = await db.proofRun.findFirstOrThrow({ where: { startedAt: day } })
  expect(run.endedAt).toEqual(day)
  await prove(day, go)
  await proveEachNight()(new Date('2026-11-25T08:00:00Z'), go)
  expect(await db.proofRun.findFirst({ where: { startedAt: day } })).toEqual(run)
})
