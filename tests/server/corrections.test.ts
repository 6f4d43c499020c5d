import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { menuCounts } from '@/lib/server/menu-counts'
import { correctionQueue, correctionsOf } from '@/lib/server/records/correction-list'
import { answerCorrection, askCorrection, withdrawCorrection } from '@/lib/server/records/corrections'
import { saveSection } from '@/lib/server/records/save-section'
import { aUnit, call, NOW, someone } from '../support/builders'

type Someone = Awaited<ReturnType<typeof someone>>
const NUMBER = { section: 'agency' as const, code: 'staff_number' }

const ask = ({ actor, recordId }: Someone, field: { section: 'agency' | 'identity'; code: string } = NUMBER) =>
  askCorrection(call(actor, { recordId, ...field, wrong: 'Số cũ trước khi chuyển trường', proposed: 'DT.00042' }))
const openOf = async ({ recordId }: Someone) =>
  (await db.correctionRequest.findFirstOrThrow({ where: { recordId, state: 'open' } })).id
const answer = (officer: Someone, correctionId: string, verdict: 'corrected' | 'refused', words: string) =>
  answerCorrection(call(officer.actor, { correctionId, verdict, answer: words }))
const queue = async ({ actor }: Someone) => (await correctionQueue(actor, { skip: 0, take: 10 })).waiting
const logged = async ({ recordId }: Someone) =>
  (await db.auditEvent.findMany({ where: { subjectId: recordId, action: { startsWith: 'correction.' } } })).map(
    ({ action }) => action,
  )

async function unitWithOfficer() {
  const unit = await aUnit()
  return { person: await someone(unit), officer: await someone(unit, 'recordsOfficer') }
}

test('what the unit owns is asked for, waits for its officer alone, and is answered once it was corrected', async () => {
  const { person, officer } = await unitWithOfficer()
  const stranger = await someone(await aUnit(), 'recordsOfficer')
  await ask(person)
  expect(await queue(officer)).toMatchObject([{ name: person.fullName, code: 'staff_number', proposed: 'DT.00042' }])
  expect((await menuCounts(officer.actor))['/records/review']).toBe(1)
  expect(await queue(stranger)).toEqual([])
  const id = await openOf(person)
  await expect(answer(stranger, id, 'refused', 'Không phải')).rejects.toMatchObject({ code: 'notFound' })
  await expect(answer(person, id, 'refused', 'Không phải')).rejects.toMatchObject({ code: 'notFound' })
  await expect(answer(officer, id, 'corrected', '')).rejects.toMatchObject({ code: 'nothingCorrected' })
  const edit = {
    recordId: person.recordId,
    section: 'agency' as const,
    version: 0,
    answers: { staff_number: 'DT.00042' },
  }
  await saveSection(call(officer.actor, edit))
  await answer(officer, id, 'corrected', '')
  expect(await queue(officer)).toEqual([])
  expect(await correctionsOf(person.recordId)).toMatchObject([
    { state: 'corrected', decidedBy: officer.fullName, decidedAt: NOW },
  ])
  expect(await logged(person)).toEqual(['correction.asked', 'correction.corrected'])
  await expect(answer(officer, id, 'refused', 'Muộn rồi')).rejects.toMatchObject({ code: 'correctionDecided' })
})

test('a refusal carries its reason to the person, who may ask anew', async () => {
  const { person, officer } = await unitWithOfficer()
  await ask(person)
  await answer(officer, await openOf(person), 'refused', 'Số này đúng theo quyết định')
  expect(await correctionsOf(person.recordId)).toMatchObject([
    { state: 'refused', answer: 'Số này đúng theo quyết định' },
  ])
  await ask(person)
  expect(await correctionsOf(person.recordId)).toMatchObject([{ state: 'open' }])
})

test('one request stands for a field at a time, and can be taken back', async () => {
  const { person, officer } = await unitWithOfficer()
  await ask(person)
  await expect(ask(person)).rejects.toMatchObject({ code: 'correctionOpen' })
  const correctionId = await openOf(person)
  await expect(withdrawCorrection(call(officer.actor, { correctionId }))).rejects.toMatchObject({ code: 'notFound' })
  await withdrawCorrection(call(person.actor, { correctionId }))
  expect([await queue(officer), await correctionsOf(person.recordId)]).toEqual([[], []])
  await ask(person)
})

test('nobody asks for what they write themselves, for a record of another, or answers their own', async () => {
  const { person, officer } = await unitWithOfficer()
  await expect(ask(person, { section: 'identity', code: 'phone' })).rejects.toMatchObject({ code: 'ownField' })
  await expect(ask(person, { section: 'agency', code: 'no_such' })).rejects.toMatchObject({ code: 'notFound' })
  await expect(ask({ ...officer, recordId: person.recordId })).rejects.toMatchObject({ code: 'notFound' })
  await ask(officer)
  expect(await queue(officer)).toEqual([])
  await expect(answer(officer, await openOf(officer), 'refused', 'Không')).rejects.toMatchObject({ code: 'ownRecord' })
})
