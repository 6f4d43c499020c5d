import { expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { loadApprovers } from '@/lib/server/approvals/approvers'
import { candidates } from '@/lib/server/approvals/candidates'
import { db } from '@/lib/server/db'
import { peopleList } from '@/lib/server/people/people-list'
import { confirmRecord } from '@/lib/server/records/confirm-record'
import { recordEvents } from '@/lib/server/records/history'
import { recordPage } from '@/lib/server/records/record-page'
import { saveSection } from '@/lib/server/records/save-section'
import { ask } from '../support/ask'
import { aSubmission, aUnit, call, NOW, someone, TODAY } from '../support/builders'

/** Somebody whose draft is what was approved. */
async function settled(...[unit, ...roles]: Parameters<typeof someone>) {
  const person = await someone(unit, ...roles)
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
  const { revision } = await aSubmission(person.recordId, 'approved', draft as RecordData)
  return { ...person, revision }
}

type Person = Awaited<ReturnType<typeof settled>>
const confirm = ({ actor, recordId }: Person, version = 1) => confirmRecord(call(actor, { recordId, version }))
const edit = ({ actor, recordId }: Person, phone: string, version = 0) =>
  saveSection(call(actor, { recordId, section: 'identity', version, answers: { phone } }))
const entries = ({ recordId }: Person) =>
  db.auditEvent.count({ where: { action: 'record.confirmed', subjectId: recordId } })

test('“Không có gì thay đổi” is kept once a month, with who, when and of which version, and is never unsaid', async () => {
  const person = await settled(await aUnit())
  await confirm(person)
  await confirm(person)
  const kept = await db.recordConfirmation.findMany({ where: { recordId: person.recordId } })
  expect(kept).toMatchObject([
    { period: '2026-11', revisionId: person.revision.id, at: NOW, byUserId: person.actor.userId },
  ])
  expect(await entries(person)).toBe(1)
  const [one] = kept
  await expect(db.recordConfirmation.update({ where: { id: one!.id }, data: { period: '2026-10' } })).rejects.toThrow()
  await expect(db.recordConfirmation.delete({ where: { id: one!.id } })).rejects.toThrow()
  expect((await recordPage(person.actor, person.recordId)).confirmedAt).toEqual(NOW)
  expect((await recordEvents(person.actor, person.recordId, 9)).map(({ what }) => what)).toContain('confirmed')
})

test('it is not open to who has something to send, and not to anybody else', async () => {
  const unit = await aUnit()
  const [person, officer] = [await settled(unit), await someone(unit, 'recordsOfficer')]
  await expect(confirmRecord(call(officer.actor, { recordId: person.recordId, version: 1 }))).rejects.toMatchObject({
    code: 'notFound',
  })
  await edit(person, '0900000001')
  await expect(confirm(person)).rejects.toMatchObject({ code: 'unsentChanges', details: { count: 1 } })
  expect(await entries(person)).toBe(0)
})

test('who has taken back all that was returned confirms, and the return is closed', async () => {
  const person = await settled(await aUnit())
  const { submission } = await aSubmission(person.recordId, 'returned')
  await confirm(person)
  expect(await db.submission.findUnique({ where: { id: submission.id } })).toMatchObject({ state: 'superseded' })
})

test('the month of the unit and the list of its officers know who confirmed', async () => {
  const unit = await aUnit()
  const [said, silent] = [await settled(unit), await settled(unit)]
  const officer = await someone(unit, 'recordsOfficer')
  await confirm(said)
  const approvers = await loadApprovers(db, TODAY)
  const people = await candidates(db, unit.id, '2026-11', approvers)
  const confirmed = (month: typeof people) => month.filter((one) => one.confirmed).map(({ name }) => name)
  expect(confirmed(people)).toEqual([said.fullName])
  expect(confirmed(await candidates(db, unit.id, '2026-12', approvers))).toEqual([])
  const list = (stage: 'confirmed' | 'unconfirmed') =>
    peopleList(officer.actor, ask(PEOPLE_LIST, `stage=${stage}&unit=${unit.id}`))
  expect((await list('confirmed')).rows).toMatchObject([{ name: said.fullName, confirmedAt: NOW }])
  expect((await list('unconfirmed')).rows).toMatchObject([{ name: silent.fullName, confirmedAt: null }])
})
