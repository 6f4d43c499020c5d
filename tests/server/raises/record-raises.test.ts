import { expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { RAISE_LIST } from '@/lib/domain/lists/raise-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { loadApprovers } from '@/lib/server/approvals/approvers'
import { candidates } from '@/lib/server/approvals/candidates'
import { db } from '@/lib/server/db'
import { projectRevisions } from '@/lib/server/projection'
import { cancelRaise, raiseDecision, raiseDecisions } from '@/lib/server/raises/raise-decisions'
import { RecordRaises } from '@/lib/server/raises/raise-input'
import { raiseList } from '@/lib/server/raises/raise-list'
import { recordRaises } from '@/lib/server/raises/record-raises'
import { settleRaises } from '@/lib/server/raises/settle-raises'
import { submitRecord } from '@/lib/server/records/submit-record'
import { ask } from '../../support/ask'
import { aSubmission, aUnit, call, NOW, someone } from '../../support/builders'

/** Somebody whose approved record says this of the pay. */
async function aPaidPerson(
  unit: Awaited<ReturnType<typeof aUnit>>,
  since: string,
  change: (data: RecordData) => void = () => {},
) {
  const person = await someone(unit)
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId }, select: { draft: true } })
  const data = structuredClone(draft) as unknown as RecordData
  data.salary.salary_effective_on = since
  for (const row of data.economy.salaryHistory ?? []) row.salary_history_period = { from: since.slice(0, 7), to: null }
  change(data)
  await db.record.update({ where: { id: person.recordId }, data: { draft: data as object } })
  const { revision } = await aSubmission(person.recordId, 'approved', data)
  await db.$transaction((tx) => projectRevisions(tx, [revision.id]))
  return { ...person, personId: person.actor.personId ?? '' }
}

const list = (actor: Actor, query = '') => raiseList(actor, ask(RAISE_LIST, query))
const input = (people: object[], over = {}) =>
  RecordRaises.parse({ documentNo: '125/QĐ-SGDĐT', decidedOn: '2026-11-20', people, ...over })
const one = (personId: string, effectiveOn: string, kind = 'regular') => ({ personId, kind, effectiveOn })

test('F9: who is due stands on the list, a decision makes a version of the approved record that waits for the signature', async () => {
  const unit = await aUnit()
  const officer = await someone(unit, 'recordsOfficer')
  const due = await aPaidPerson(unit, '2023-11-01')
  await aPaidPerson(unit, '2025-11-01')
  const { rows } = await list(officer.actor)
  expect(rows.map(({ personId, offeredOn }) => [personId, offeredOn])).toEqual([[due.personId, '2026-11-01']])

  // What the person is typing meanwhile stays theirs.
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: due.recordId } })
  const typed = structuredClone(draft) as unknown as RecordData
  typed.identity.phone = '0977777777'
  await db.record.update({ where: { id: due.recordId }, data: { draft: typed as object } })

  const { decisionId } = await recordRaises(call(officer.actor, input([one(due.personId, '2026-11-01')])))
  const record = await db.record.findUniqueOrThrow({
    where: { id: due.recordId },
    include: {
      revisions: { orderBy: { version: 'desc' }, take: 1, include: { submission: true } },
      draftChanges: true,
    },
  })
  const data = record.revisions[0]!.data as unknown as RecordData
  expect(record.revisions[0]).toMatchObject({
    version: 2,
    byUserId: officer.actor.userId,
    submission: { state: 'checked' },
  })
  expect(data.salary).toMatchObject({ salary_step: 5, salary_coefficient: '3.66', salary_effective_on: '2026-11-01' })
  expect(data.identity.phone).not.toBe('0977777777')
  expect(record.draft).toMatchObject({ identity: { phone: '0977777777' }, salary: { salary_step: 5 } })
  expect(record).toMatchObject({
    hasUnsent: true,
    approvedRevisionId: expect.not.stringMatching(record.revisions[0]!.id),
  })
  expect(record.draftChanges.map(({ section }) => section).sort()).toEqual(['economy', 'salary'])

  // The head finds it in the next batch; nothing is official before.
  const people = await candidates(db, unit.id, '2026-11', await loadApprovers(db, '2026-11-27'))
  expect(people.find(({ personId }) => personId === due.personId)?.newest).toMatchObject({
    version: 2,
    state: 'checked',
  })
  expect((await db.cv.findUniqueOrThrow({ where: { recordId: due.recordId } })).salary_step).toBe(4)
  expect((await list(officer.actor)).rows).toEqual([])
  expect(await raiseDecision(officer.actor, decisionId)).toMatchObject({ lines: [{ state: 'checked' }] })
  expect(await raiseDecisions(officer.actor)).toMatchObject([{ documentNo: '125/QĐ-SGDĐT', count: 1, open: 1 }])
  const actions = await db.auditEvent.findMany({ where: { subjectId: due.recordId }, select: { action: true } })
  expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['raise.recorded', 'raise.tookEffect']))

  // The person may still send; what they send holds the raise.
  await submitRecord(
    call(due.actor, { recordId: due.recordId, declared: true, confirmed: await warnings(due.recordId) }),
  )
})

/** Keys of every warning there may be: the person of these tests stands by all. */
async function warnings(recordId: string) {
  const { judgeRecord, findingKey } = await import('@/lib/domain/rules/judge-record')
  const { codeLists } = await import('@/lib/catalogue/code-lists')
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  return judgeRecord({ data: draft as unknown as RecordData, today: '2026-11-27', lists: codeLists }).map(findingKey)
}

test('F9: a raise dated ahead waits for its day and may be taken out before it', async () => {
  const unit = await aUnit()
  const officer = await someone(unit, 'recordsOfficer')
  const [stays, goes] = [await aPaidPerson(unit, '2024-02-01'), await aPaidPerson(unit, '2024-02-01')]
  const { decisionId } = await recordRaises(
    call(officer.actor, input([one(stays.personId, '2027-02-01'), one(goes.personId, '2027-02-01')])),
  )
  const { lines } = await raiseDecision(officer.actor, decisionId)
  expect(lines.map(({ state, mayCancel }) => [state, mayCancel])).toEqual([
    ['waiting', true],
    ['waiting', true],
  ])
  const dropped = lines.find(({ recordId }) => recordId === goes.recordId)!
  await cancelRaise(call(officer.actor, { raiseId: dropped.id, reason: 'Quyết định đính chính' }))
  const settle = (today: string) => db.$transaction((tx) => settleRaises(tx, today, NOW))
  expect(await settle('2027-01-31')).toBe(0)
  expect(await settle('2027-02-01')).toBe(1)
  expect(await settle('2027-02-01')).toBe(0)
  const steps = await db.record.findMany({
    where: { id: { in: [stays.recordId, goes.recordId] } },
    select: { id: true, draft: true },
  })
  const stepOf = (id: string) => (steps.find((row) => row.id === id)!.draft as unknown as RecordData).salary.salary_step
  expect([stepOf(stays.recordId), stepOf(goes.recordId)]).toEqual([5, 4])
  const [settled] = (await raiseDecision(officer.actor, decisionId)).lines.filter(
    ({ recordId }) => recordId === stays.recordId,
  )
  await expect(cancelRaise(call(officer.actor, { raiseId: settled!.id, reason: 'Nhầm' }))).rejects.toMatchObject({
    code: 'raiseSettled',
  })
})

test('F9: while something of the person is under way the raise goes into the working copy alone', async () => {
  const unit = await aUnit()
  const officer = await someone(unit, 'recordsOfficer')
  const due = await aPaidPerson(unit, '2023-11-01')
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: due.recordId } })
  await aSubmission(due.recordId, 'submitted', draft as unknown as RecordData)
  const { decisionId } = await recordRaises(call(officer.actor, input([one(due.personId, '2026-11-01')])))
  expect((await raiseDecision(officer.actor, decisionId)).lines).toMatchObject([{ state: 'draft' }])
  const record = await db.record.findUniqueOrThrow({ where: { id: due.recordId } })
  expect(record).toMatchObject({ revisionCount: 2, hasUnsent: true, draft: { salary: { salary_step: 5 } } })
})

test('F9: too early, twice, another unit’s, one’s own, and a working copy that says otherwise are refused, and nothing is written', async () => {
  const [unit, other] = [await aUnit(), await aUnit()]
  const officer = await someone(unit, 'recordsOfficer')
  const due = await aPaidPerson(unit, '2023-11-01')
  const soon = await aPaidPerson(unit, '2024-06-01')
  const stranger = await aPaidPerson(other, '2023-11-01')
  const differs = await aPaidPerson(unit, '2023-11-01')
  await db.$executeRaw`UPDATE record SET draft = jsonb_set(draft, '{salary,salary_step}', '5') WHERE id = ${differs.recordId}::uuid`
  const refused = (people: object[], code: string, over = {}) =>
    expect(recordRaises(call(officer.actor, input(people, over)))).rejects.toMatchObject({ code })
  await refused([one(due.personId, '2026-11-01'), one(soon.personId, '2026-11-01')], 'raiseRefused')
  await refused([one(stranger.personId, '2026-11-01')], 'raiseListChanged')
  await refused([one(officer.actor.personId ?? '', '2026-11-01')], 'raiseListChanged')
  await refused([one(differs.personId, '2026-11-01')], 'raiseRefused')
  await refused([one(due.personId, '2026-11-01')], 'raiseRefused', { decidedOn: '2026-12-01' })
  expect(await db.raise.count({ where: { unitId: { in: [unit.id, other.id] } } })).toBe(0)
  await recordRaises(call(officer.actor, input([one(due.personId, '2026-11-01')])))
  await refused([one(due.personId, '2026-11-01')], 'raiseListChanged')
  expect(() => input([])).toThrow('Chọn ít nhất một người.')

  const [head, auditor] = [await someone(other, 'unitHead'), await someone(unit, 'auditor')]
  const { id } = (await raiseDecisions(officer.actor))[0]!
  await expect(raiseDecision(head.actor, id)).rejects.toMatchObject({ code: 'notFound' })
  await expect(list(auditor.actor)).rejects.toMatchObject({ code: 'notFound' })
  expect((await list(head.actor)).rows.map(({ personId }) => personId)).toEqual([stranger.personId])
})

test('F9: early for merit: one in ten of the unit in a year, not twice running', async () => {
  const unit = await aUnit()
  const officer = await someone(unit, 'recordsOfficer')
  const people = []
  for (let n = 0; n < 9; n++) people.push(await aPaidPerson(unit, '2024-06-01'))
  const [first, second] = [people[0]!, people[1]!]
  expect((await list(officer.actor, 'kind=merit')).total).toBe(9)
  const both = [one(first.personId, '2026-11-27', 'merit'), one(second.personId, '2026-11-27', 'merit')]
  await expect(recordRaises(call(officer.actor, input(both)))).rejects.toMatchObject({ code: 'meritQuotaSpent' })
  await recordRaises(call(officer.actor, input(both.slice(0, 1))))
  await expect(recordRaises(call(officer.actor, input(both.slice(1))))).rejects.toMatchObject({
    code: 'meritQuotaSpent',
  })
})

test('F9: the list is cut into pages that join without a gap', async () => {
  const unit = await aUnit()
  const officer = await someone(unit, 'recordsOfficer')
  for (let n = 0; n < 23; n++) await aPaidPerson(unit, '2023-11-01')
  const first = await list(officer.actor, 'size=20')
  expect([first.rows.length, first.total, first.first, first.previous]).toEqual([20, 23, 1, null])
  const second = await raiseList(officer.actor, { ...ask(RAISE_LIST, 'size=20'), cursor: first.next })
  expect([second.rows.length, second.first, second.next]).toEqual([3, 21, null])
  expect(new Set([...first.rows, ...second.rows].map(({ personId }) => personId)).size).toBe(23)
  const back = await raiseList(officer.actor, { ...ask(RAISE_LIST, 'size=20'), cursor: second.previous })
  expect(back.rows.map(({ personId }) => personId)).toEqual(first.rows.map(({ personId }) => personId))
})
