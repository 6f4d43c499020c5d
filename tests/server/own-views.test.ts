import { expect, test } from 'vitest'
import { writeAudit } from '@/lib/server/audit'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { exportForm } from '@/lib/server/records/export-form'
import { readRecord } from '@/lib/server/records/load'
import { noteListed, readingDetail } from '@/lib/server/records/note-read'
import { ownViews } from '@/lib/server/records/own-views'
import { answerQuestion, askAboutView, openQuestions, questionList } from '@/lib/server/records/view-questions'
import { aUnit, call, NOW, someone } from '../support/builders'

const PAGE = { skip: 0, take: 50 }

/** As a page of the portal notes it. */
async function look(by: Awaited<ReturnType<typeof someone>>, recordId: string) {
  const record = await readRecord(db, by.actor, recordId)
  const detail = readingDetail(record, 'record')
  const subject = { type: 'record', id: recordId, name: record.person.fullName } as const
  await transact((tx) => writeAudit(tx, by.actor, { action: 'record.viewed', subject, detail }, NOW))
}

test('the person sees who looked and who took a copy, in which role and for what; their own looks are not told', async () => {
  const unit = await aUnit()
  const person = await someone(unit)
  const officer = await someone(unit, 'recordsOfficer')
  await look(officer, person.recordId)
  await exportForm(officer.actor, person.recordId, { of: 'draft', on: null, format: 'pdf' }, NOW)
  await exportForm(person.actor, person.recordId, { of: 'draft', on: null, format: 'pdf' }, NOW)
  await noteListed(officer.actor, unit.path, [{ recordId: person.recordId, name: person.fullName }], NOW)
  await noteListed(officer.actor, unit.path, [{ recordId: person.recordId, name: person.fullName }], NOW)
  const seen = await ownViews(person.actor, PAGE)
  expect(seen?.views.map(({ who, role, what, purpose }) => ({ who, role, what, purpose }))).toEqual([
    { who: officer.fullName, role: 'Cán bộ hồ sơ', what: 'xem trong danh sách ký duyệt', purpose: null },
    { who: officer.fullName, role: 'Cán bộ hồ sơ', what: 'xuất tệp PDF', purpose: null },
    { who: officer.fullName, role: 'Cán bộ hồ sơ', what: 'xem cả hồ sơ', purpose: null },
  ])
})

test('a question about a look reaches who stands above the viewer, and the answer comes back', async () => {
  const unit = await aUnit()
  const [person, officer] = [await someone(unit), await someone(unit, 'recordsOfficer', 'unitAdmin')]
  const head = await someone(unit, 'unitHead')
  const stranger = await someone(await aUnit(), 'unitHead')
  await look(officer, person.recordId)
  const eventId = (await ownViews(person.actor, PAGE))?.views[0]?.id ?? ''
  await askAboutView(call(person.actor, { eventId, question: 'Chị mở hồ sơ để làm gì?' }))
  await expect(askAboutView(call(person.actor, { eventId, question: 'Hỏi lần nữa' }))).rejects.toMatchObject({
    code: 'questionAsked',
  })

  expect([
    await openQuestions(officer.actor),
    await openQuestions(head.actor),
    await openQuestions(stranger.actor),
  ]).toEqual([0, 1, 0])
  const question = (await questionList(head.actor, PAGE)).questions[0]
  const input = { questionId: question?.id ?? '', answer: 'Kiểm tra theo kế hoạch tháng 11.' }
  expect(question).toMatchObject({ asker: person.fullName, viewerName: officer.fullName, mayAnswer: true })
  await expect(answerQuestion(call(officer.actor, input))).rejects.toMatchObject({ code: 'ownView' })
  await expect(answerQuestion(call(stranger.actor, input))).rejects.toMatchObject({ code: 'notFound' })
  await expect(questionList(person.actor, PAGE)).rejects.toMatchObject({ code: 'notFound' })
  await answerQuestion(call(head.actor, input))
  await expect(answerQuestion(call(head.actor, input))).rejects.toMatchObject({ code: 'questionAnswered' })
  expect((await ownViews(person.actor, PAGE))?.views[0]?.question).toMatchObject({
    answer: input.answer,
    answeredBy: head.fullName,
  })
})

test('nobody asks about a look into somebody else’s record', async () => {
  const unit = await aUnit()
  const [person, other, officer] = [await someone(unit), await someone(unit), await someone(unit, 'recordsOfficer')]
  await look(officer, person.recordId)
  const eventId = (await ownViews(person.actor, PAGE))?.views[0]?.id ?? ''
  const asked = askAboutView(call(other.actor, { eventId, question: 'Vì sao?' }))
  await expect(asked).rejects.toMatchObject({ code: 'notFound' })
})
