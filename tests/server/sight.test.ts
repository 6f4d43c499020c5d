import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptyRecord, type RecordData } from '@/lib/catalogue'
import { HIDDEN } from '@/lib/catalogue/hidden'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { peopleList } from '@/lib/server/people/people-list'
import { exportForm } from '@/lib/server/records/export-form'
import { recordEvents } from '@/lib/server/records/history'
import { pastRecord } from '@/lib/server/records/past-record'
import { printedForm } from '@/lib/server/records/printed-form'
import { recordPage } from '@/lib/server/records/record-page'
import { revisionsOf } from '@/lib/server/records/revisions'
import { purposePage, statePurpose } from '@/lib/server/records/state-purpose'
import { aBatchOf } from '../support/an-approval'
import { ask } from '../support/ask'
import { aSubmission, aUnit, call, NOW, someone } from '../support/builders'

const DRAFT = { of: 'draft', on: null } as const
const FIRST = { skip: 0, take: 20 }
const KNOWN = 'Đạo giáo Bảy Núi'
const PURPOSE = { purpose: 'inspection', matter: 'Kế hoạch 15/KH-SNV', sensitive: false } as const

async function aKnownPerson() {
  const unit = await aUnit()
  const person = await someone(unit)
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId }, select: { draft: true } })
  const data = structuredClone(draft) as RecordData
  ;(data.background as Record<string, unknown>).arrest_history = KNOWN
  await db.record.update({ where: { id: person.recordId }, data: { draft: data } })
  const { revision } = await aSubmission(person.recordId, 'approved', data)
  await aBatchOf(unit, revision, '2026-10-30T09:00:00+07:00')
  return { unit, ...person, data }
}

test('an officer of the unit sees the record whole, without being asked', async () => {
  const { unit, recordId } = await aKnownPerson()
  const officer = await someone(unit, 'recordsOfficer')
  const page = await recordPage(officer.actor, recordId)
  expect(JSON.stringify(page.record.draft)).toContain(KNOWN)
})

test('R75: another unit’s officer is told nothing, not even that the record exists', async () => {
  const { recordId } = await aKnownPerson()
  const stranger = await someone(await aUnit(), 'recordsOfficer', 'unitHead', 'unitAdmin')
  const { actor } = stranger
  for (const read of [
    () => recordPage(actor, recordId),
    () => revisionsOf(actor, recordId, FIRST),
    () => pastRecord(actor, recordId, '2026-11-27'),
    () => printedForm(actor, recordId, DRAFT, NOW),
    () => purposePage(actor, recordId),
  ]) {
    await expect(read()).rejects.toMatchObject({ code: 'notFound' })
  }
})

test('whoever looks outside their daily duty first says what for; the person’s log keeps it', async () => {
  const { recordId } = await aKnownPerson()
  const { actor } = await someone(await aUnit(), 'provinceAdmin')
  await expect(recordPage(actor, recordId)).rejects.toMatchObject({ code: 'purposeMissing' })
  await expect(exportForm(actor, recordId, { ...DRAFT, format: 'pdf' }, NOW)).rejects.toMatchObject({
    code: 'purposeMissing',
  })
  await statePurpose(call(actor, { recordId, ...PURPOSE }))
  const { record } = await recordPage(actor, recordId)
  expect(record.sight.purpose).toBe('Kiểm tra, giám sát: Kế hoạch 15/KH-SNV')
  await expect(recordPage({ ...actor, today: '2026-11-28' }, recordId)).rejects.toMatchObject({
    code: 'purposeMissing',
  })
  const [entry] = await db.auditEvent.findMany({ where: { action: 'record.purposeStated', subjectId: recordId } })
  expect(entry?.detail).toMatchObject({ purpose: 'Kiểm tra, giám sát: Kế hoạch 15/KH-SNV', sensitive: false })
})

test.each(['provinceAdmin', 'homeAffairsOfficer', 'finance', 'politicalSchool', 'integrationAdmin'] as const)(
  'R21, PD-2: no sensitive value reaches %s, on no path',
  async (role) => {
    const { recordId } = await aKnownPerson()
    const { actor } = await someone(await aUnit(), role)
    await statePurpose(call(actor, { recordId, ...PURPOSE }))
    const page = await recordPage(actor, recordId)
    const form = await printedForm(actor, recordId, DRAFT, NOW)
    const seen = [page, (await revisionsOf(actor, recordId, FIRST)).revisions, form]
    expect(JSON.stringify(seen)).not.toContain(KNOWN)
    expect(JSON.stringify(page.record.draft)).toContain(HIDDEN)
    expect(form.form?.foot).toContain('Bản trích')
  },
)

test('Sở Nội vụ opens the values by saying what for, and that is kept; a system administrator cannot', async () => {
  const { recordId } = await aKnownPerson()
  const { actor } = await someone(await aUnit(), 'homeAffairsOfficer')
  await statePurpose(call(actor, { recordId, ...PURPOSE }))
  expect((await recordPage(actor, recordId)).mayOpenSensitive).toBe(true)
  await statePurpose(call(actor, { recordId, ...PURPOSE, sensitive: true }))
  const page = await recordPage(actor, recordId)
  expect(JSON.stringify(page.record.draft)).toContain(KNOWN)
  expect(page.mayOpenSensitive).toBe(false)
  const administrator = await someone(await aUnit(), 'provinceAdmin')
  const asked = statePurpose(call(administrator.actor, { recordId, ...PURPOSE, sensitive: true }))
  await expect(asked).rejects.toMatchObject({ code: 'notFound' })
})

test('R81: the salary sub-system is read without the rest', async () => {
  const { recordId, data } = await aKnownPerson()
  const { actor } = await someone(await aUnit(), 'finance')
  await statePurpose(call(actor, { recordId, ...PURPOSE, purpose: 'salary' }))
  const { record } = await recordPage(actor, recordId)
  expect(record.draft.salary).toEqual({ ...emptyRecord().salary, ...data.salary })
  expect(record.draft.identity.citizen_id).toBe(HIDDEN)
})

test('off daily duty one reads what was approved; what was typed or sent since does not show', async () => {
  const { unit, recordId, data } = await aKnownPerson()
  const [typed, sent] = ['0977000001', '0977000002']
  const withPhone = (phone: string) => ({ ...data, identity: { ...data.identity, phone } })
  await db.record.update({ where: { id: recordId }, data: { draft: withPhone(typed) } })
  await aSubmission(recordId, 'checked', withPhone(sent))
  for (const role of ['homeAffairsOfficer', 'provinceAdmin'] as const) {
    const { actor } = await someone(await aUnit(), role)
    await statePurpose(call(actor, { recordId, ...PURPOSE }))
    const page = await recordPage(actor, recordId)
    expect(page.record.draft.identity.phone).toBe(data.identity.phone)
    expect(page).toMatchObject({ official: true, submission: null, unsent: [], approvedVersion: 1 })
    expect(page.approval).toMatchObject({ approverName: 'Lê Hoàng Nam' })
    const { total, revisions } = await revisionsOf(actor, recordId, FIRST)
    expect(total).toBe(1)
    const events = await recordEvents(actor, recordId, 20)
    expect(events.map(({ what }) => what)).toEqual(['approved'])
    const form = await printedForm(actor, recordId, DRAFT, NOW)
    expect(form.version).toBe(1)
    const told = JSON.stringify([page, revisions, events, form, await listedPhone(actor)])
    expect([told.includes(typed), told.includes(sent)]).toEqual([false, false])
    expect((await peopleList(actor, ask(PEOPLE_LIST, `q=${typed}`))).rows).toEqual([])
  }
  const { actor } = await someone(unit, 'recordsOfficer')
  expect((await recordPage(actor, recordId)).record.draft.identity.phone).toBe(typed)
})

test('off daily duty a record that was never approved is empty, on screen and on paper', async () => {
  const { recordId, fullName } = await someone(await aUnit())
  const { actor } = await someone(await aUnit(), 'homeAffairsOfficer')
  await statePurpose(call(actor, { recordId, ...PURPOSE, sensitive: true }))
  const page = await recordPage(actor, recordId)
  expect(page).toMatchObject({ official: true, approved: null, approval: null })
  expect(JSON.stringify(page.record.draft)).not.toContain(fullName)
  expect((await printedForm(actor, recordId, DRAFT, NOW)).form).toBeNull()
  expect(await exportForm(actor, recordId, { ...DRAFT, format: 'pdf' }, NOW)).toBeNull()
})

const listedPhone = async (actor: Actor) => (await peopleList(actor, ask(PEOPLE_LIST, 'size=200'))).rows

/** Files that handle stored documents without a reader: they write them, hash them or send them to the ministry. */
const WITHOUT_A_READER: Record<string, string> = {
  'lib/server/code-lists/closed-in-reach.ts':
    'one coded answer, for who imports into the record: a records officer, who reads every value there',
  'lib/server/raises/load-pay.ts': 'reckons who is due for a raise, for who reads records of the unit whole',
  'lib/server/raises/settle-raises.ts': 'writes a decision of the unit into records; shows nothing',
  'lib/server/raises/write-raises.ts': 'the same',
  'lib/server/evidence/expire-evidence.ts': 'asks whether a row is kept',
  'lib/server/evidence/end-links.ts': 'compares with what an officer checked; who writes sees what they write',
  'lib/server/evidence/link-evidence.ts': 'asks whether a row is kept',
  'lib/server/approvals/approval-statement.ts': 'names and versions of who is signed for',
  'lib/server/approvals/changed-people.ts': 'post and rank of who signs for; names of fields, see mayName',
  'lib/server/approvals/national-faults.ts': 'fields and sentences, no answers; names of sensitive fields by mayName',
  'lib/server/imports/judge-people.ts': 'compares with what is proposed; who edits sees what they edit',
  'lib/server/imports/unmatched.ts': 'writes what a word was said to mean',
  'lib/server/imports/write-people.ts': 'writes',
  'lib/server/jobs/cv-archive/archive-people.ts': 'staff numbers for a list',
  'lib/server/movements/write-status.ts': 'writes what follows from a movement',
  'lib/server/organisation/circumstances.ts': 'what an operation must weigh: compares, shows no answer',
  'lib/server/organisation/restate-records.ts': 'writes what follows from the unit',
  'lib/server/pushes/deliver.ts': 'sends to the ministry',
  'lib/server/pushes/repair-group.ts': 'one code replaced by who edits those records; officers see what they edit',
  'lib/server/records/refusal-findings.ts': 'compares what was sent with the draft, shows neither',
  'lib/server/population/ask-unit.ts': 'fingerprints of three values decide who is queued',
  'lib/server/population/check-now.ts': 'asks about three values, answers yes or no',
  'lib/server/population/population-keeper.ts': 'asks about three values, keeps yes or no',
  'lib/server/population/population-page.ts': 'compares fingerprints, shows no answer',
  'lib/server/reconciliation/own-versions.ts': 'fingerprints of what was sent, at night; no value leaves the worker',
  'lib/server/pushes/enqueue.ts': 'readies for the ministry',
  'lib/server/quality/judge-waiting.ts': 'counts faults',
  'lib/server/quality/record-quality.ts': 'judges the draft of a page that was already read',
  'lib/server/one-stop/verify-staff.ts': 'says the title to a system that may ask, and nothing else',
  'lib/server/records/approved-rows.ts': 'compares rows by their ids',
  'lib/server/records/completed.ts': 'gives a stored document its shape',
  'lib/server/records/confirm-record.ts': 'compares; the person’s own act',
  'lib/server/records/corrections.ts': 'keeps what the field said when it was asked about; the person’s own act',
  'lib/server/records/drop-hidden.ts': 'writes; the person’s own act',
  'lib/server/records/findings.ts': 'judges the draft of a page that was already read',
  'lib/server/records/held-numbers.ts': 'asks whether a number is somebody else’s; never whose',
  'lib/server/records/restore-values.ts': 'writes; who edits sees what they edit',
  'lib/server/records/save-section.ts': 'writes; who edits sees what they edit',
  'lib/server/records/submit-record.ts': 'writes; the person’s own act',
  'lib/server/records/write-draft.ts': 'writes',
}
const TOUCHES =
  /\bcompleted\(|\bdata: true|\bdraft: true|\bchanges: true|revision\.(data|changes)|\br\.draft\b|record\.draft\b/

test('whoever reads a stored document does it through `Sight`', () => {
  const files = readdirSync('lib/server', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `lib/server/${file}`)
  const handling = files.filter((file) => TOUCHES.test(readFileSync(file, 'utf8')))
  const seeing = (file: string) => /\bsight\b|Sight/.test(readFileSync(file, 'utf8'))
  expect(handling.filter((file) => !seeing(file) && !(file in WITHOUT_A_READER))).toEqual([])
  expect(Object.keys(WITHOUT_A_READER).filter((file) => !handling.includes(file))).toEqual([])
})
