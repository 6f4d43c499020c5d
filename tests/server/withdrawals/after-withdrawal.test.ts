import '../../support/own-data-folder'
import { sign } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { EXPORT_LIST } from '@/lib/domain/lists/export-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { loadApprovers } from '@/lib/server/approvals/approvers'
import { candidates } from '@/lib/server/approvals/candidates'
import { printedExport } from '@/lib/server/check/printed-export'
import { db } from '@/lib/server/db'
import { exportList } from '@/lib/server/exports/export-list'
import { exportPage } from '@/lib/server/exports/export-page'
import { overview, qualityOverview } from '@/lib/server/overview/overview'
import { pushFigures } from '@/lib/server/pushes/push-figures'
import { judgeWaiting } from '@/lib/server/quality/judge-waiting'
import { OpenWithdrawal, openWithdrawal } from '@/lib/server/withdrawals/open-withdrawal'
import { completeWithdrawal, startWithdrawal } from '@/lib/server/withdrawals/sign-withdrawal'
import type { Signer } from '../../documents/a-chain'
import { ask } from '../../support/ask'
import { aPerson, aSubmission, NOW, someone } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { aUnitWithHead, base64, call, openMonth, signBatch, trust } from '../../support/signing'
import { anAgency, issued } from '../exports/an-agency'

vi.setConfig({ testTimeout: 90_000 })
beforeAll(() => trust())

async function takeBack(actor: Actor, key: Signer, recordId: string) {
  const { batchId } = await db.approvalItem.findFirstOrThrow({ where: { recordId }, orderBy: { id: 'desc' } })
  const wish = OpenWithdrawal.parse({ batchId, recordIds: [recordId], reason: 'Sai số căn cước' })
  const { withdrawalId: id } = await openWithdrawal(call(actor, wish))
  const intermediates = key.intermediates.map(base64)
  const { attributes } = await startWithdrawal(call(actor, { id, certificate: base64(key.certificate), intermediates }))
  const signature = base64(sign('sha256', Buffer.from(attributes, 'base64'), key.key))
  await completeWithdrawal(call(actor, { id, signature }))
}

/** What the pages of figures say of one unit. */
async function figuresOf(reader: Actor, unitId: string) {
  while ((await judgeWaiting(reader.today)) > 0);
  const own = <Row extends { own: boolean }>(rows: Row[]) => rows.find((row) => row.own)!
  const { approved, accepted, returned, changed } = own((await overview(reader, unitId)).rows).counts
  const { live, notLive } = own((await qualityOverview(reader, unitId)).rows).counts
  const { counts } = await pushFigures(reader, null)
  const { waiting, held, superseded, accepted: sent } = counts
  return { approved, accepted, returned, changed, live, notLive, waiting, held, superseded, sent }
}

test('R64: what was taken back counts as approved, sent and living nowhere any more', async () => {
  const { unit, actor, key } = await aUnitWithHead()
  await db.unit.update({ where: { id: unit.id }, data: { agencyCode: 'H20.99' } })
  const { actor: reader } = await someone(unit, 'homeAffairsOfficer', 'unitHead', 'unitAdmin', 'recordsOfficer')
  const people = []
  for (const before of [true, false, false]) {
    const { person, record } = await aPerson(unit)
    const data = aCompleteDraft({ fullName: person.fullName, citizenId: person.citizenId, unit })
    if (before) await aSubmission(record.id, 'approved', { ...data, health: { ...data.health, height: 150 } as never })
    const { revision } = await aSubmission(record.id, 'checked', data)
    people.push({ record, revision })
  }
  const { batchId } = await openMonth(actor, unit)
  await signBatch(actor, batchId, key)
  const [replaced, unsent, sent] = people
  await db.delivery.update({ where: { revisionId: sent!.revision.id }, data: { state: 'accepted', settledAt: NOW } })
  const before = await figuresOf(reader, unit.id)
  expect(before).toMatchObject({ approved: 3, accepted: 1, returned: 0, waiting: 2, sent: 1, live: 3 })

  // Of who has no earlier version nothing stands.
  await takeBack(actor, key, unsent!.record.id)
  expect(await figuresOf(reader, unit.id)).toMatchObject({
    ...{ approved: 2, accepted: 1, returned: 1, waiting: 1, superseded: 1, sent: 1 },
    ...{ live: 2, notLive: before.notLive + 1 },
  })
  // What the ministry has stands there until a person tells it: held, not accepted.
  await takeBack(actor, key, sent!.record.id)
  expect(await figuresOf(reader, unit.id)).toMatchObject({ approved: 1, accepted: 0, returned: 2, held: 1, sent: 0 })
  // Of who has one, that one stands again.
  await takeBack(actor, key, replaced!.record.id)
  expect(await figuresOf(reader, unit.id)).toMatchObject({ approved: 1, accepted: 0, returned: 3, waiting: 0 })

  // Nobody of them is signed again without a new version.
  const next = await candidates(db, unit.id, '2026-12', await loadApprovers(db, actor.today))
  const states = people.map(({ record }) => next.find(({ recordId }) => recordId === record.id)?.newest?.state)
  expect(states).toEqual(['returned', 'returned', 'returned'])
})

test('R78: an issued document says where the approval behind it was taken back; it is itself never edited', async () => {
  const agency = await anAgency()
  const document = await issued(agency)
  const { actor: keeper } = agency.keeper
  const listed = async () => (await exportList(keeper, ask(EXPORT_LIST, ''))).rows.map((row) => row.withdrawnSince)
  expect(await listed()).toEqual([null])
  await takeBack(agency.headActor, agency.key, agency.person.recordId)
  expect(await listed()).toEqual([NOW])
  expect(await exportPage(keeper, document.id)).toMatchObject({ state: 'issued', withdrawnSince: NOW })
  expect(await printedExport(document.verifyCode)).toMatchObject({ standing: 'stands', withdrawnSince: NOW })
  expect(await db.legalExport.findUnique({ where: { id: document.id } })).toEqual(document)
  // Another agency's document about somebody else says nothing of it.
  const other = await anAgency()
  expect(await exportPage(other.keeper.actor, (await issued(other)).id)).toMatchObject({ withdrawnSince: null })
})
