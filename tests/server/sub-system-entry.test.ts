import { expect, test } from 'vitest'
import { type RecordData, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { HIDDEN } from '@/lib/catalogue/hidden'
import { db } from '@/lib/server/db'
import { judgeRows } from '@/lib/server/records/judge-rows'
import { requireMayEdit } from '@/lib/server/records/open-record'
import { recordPage } from '@/lib/server/records/record-page'
import { restoreSection } from '@/lib/server/records/restore-values'
import { checkSubmission } from '@/lib/server/records/review'
import { saveSection } from '@/lib/server/records/save-section'
import { statePurpose } from '@/lib/server/records/state-purpose'
import { submitRecord } from '@/lib/server/records/submit-record'
import { aSubmission, aUnit, call, someone } from '../support/builders'

const PURPOSE = { purpose: 'training', matter: 'Kế hoạch mở lớp 12/KH', sensitive: false } as const

/** A body of the Party with somebody of its staff, who has typed a telephone since the last approval. */
async function aBody() {
  const unit = await aUnit()
  const person = await someone(unit)
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
  await aSubmission(person.recordId, 'approved', draft as RecordData)
  const typed = { recordId: person.recordId, section: 'identity' as const, version: 0 }
  await saveSection(call(person.actor, { ...typed, answers: { phone: '0977000001' } }))
  const { actor: body } = await someone(unit, 'partyBody')
  await statePurpose(call(body, { recordId: person.recordId, ...PURPOSE }))
  return { unit, person, body, recordId: person.recordId }
}

const nothingTyped = (recordId: string, section: SectionId = 'training') => ({
  ...{ recordId, section, version: 0, answers: {} },
})

test('R51: a body of the Party writes what the training sub-system needs of its own staff, and nothing else', async () => {
  const { body, recordId } = await aBody()
  for (const section of SECTION_IDS) {
    const wanted = section === 'training' || section === 'qualification'
    const saving = saveSection(call(body, nothingTyped(recordId, section)))
    if (wanted) await expect(saving).resolves.toMatchObject({ errors: {}, advice: [] })
    else await expect(saving).rejects.toMatchObject({ code: 'notFound' })
    const page = requireMayEdit(body, recordId, section)
    if (wanted) await expect(page).resolves.toMatchObject({ mayEdit: false, writes: ['qualification', 'training'] })
    else await expect(page).rejects.toMatchObject({ code: 'notFound' })
  }
  const rows = { table: 'trainings', rows: [{ id: 'lop-1', name: 'Bồi dưỡng công tác dân vận' }] }
  await expect(judgeRows(call(body, { recordId, section: 'training', ...rows }))).resolves.toBeDefined()
  const relatives = { recordId, section: 'family' as const, table: 'family', rows: [{ id: 'nguoi-1' }] }
  await expect(judgeRows(call(body, relatives))).rejects.toMatchObject({ code: 'notFound' })
})

test('R51: the entry form shows the section as it is worked on, and of the rest no more than they read', async () => {
  const { body, person, recordId } = await aBody()
  const edit = { recordId, section: 'qualification' as const, version: 0, answers: { highest_qualification: '04' } }
  const saved = await saveSection(call(person.actor, edit))
  const { record } = await requireMayEdit(body, recordId, 'qualification')
  const mine = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  expect(record.draft.qualification).toEqual((mine.draft as RecordData).qualification)
  expect(record.sectionVersions.qualification ?? 0).toBe(saved.version)
  expect(record.draft.identity.phone).toBe(HIDDEN)
  expect(JSON.stringify(record.draft)).not.toContain('0977000001')
  // Reading without editing they still see what was approved.
  expect((await recordPage(body, recordId)).official).toBe(true)
})

test('R51: what a body writes is a draft: the person sends it, the unit checks it; the trail names who wrote', async () => {
  const { body, person, recordId, unit } = await aBody()
  const input = {
    ...{ recordId, section: 'qualification' as const, version: 0 },
    answers: { highest_qualification: '04' },
  }
  expect(await saveSection(call(body, input))).toMatchObject({ version: 1, errors: {} })
  const [trail] = await db.draftChange.findMany({ where: { recordId, section: 'qualification' } })
  expect(trail).toMatchObject({ byUserId: body.userId })
  const [entry] = await db.auditEvent.findMany({ where: { actorId: body.userId, action: 'record.edited' } })
  expect(entry).toMatchObject({ subjectId: recordId, detail: { section: 'qualification' } })

  await expect(submitRecord(call(body, { recordId, declared: true }))).rejects.toMatchObject({ code: 'notFound' })
  await submitRecord(call(person.actor, { recordId, declared: true }))
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { recordId, state: 'submitted' } })
  await expect(checkSubmission(call(body, { submissionId }))).rejects.toMatchObject({ code: 'notFound' })
  const officer = await someone(unit, 'recordsOfficer')
  await checkSubmission(call(officer.actor, { submissionId }))
  const back = { recordId, section: 'qualification' as const, from: { version: 1, before: false }, sectionVersion: 1 }
  await expect(restoreSection(call(body, { ...back, chosen: ['x'] }))).rejects.toMatchObject({ code: 'notFound' })
})

test('R51: staff of another body, and the political school and finance, which read the same, write nothing', async () => {
  const { recordId } = await aBody()
  for (const [where, role] of [
    [await aUnit(), 'partyBody'],
    [await aUnit(), 'politicalSchool'],
    [await aUnit(), 'finance'],
  ] as const) {
    const { actor } = await someone(where, role)
    await expect(saveSection(call(actor, nothingTyped(recordId)))).rejects.toMatchObject({ code: 'notFound' })
  }
})
