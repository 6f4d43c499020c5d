import { expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { db } from '@/lib/server/db'
import { loadRecord } from '@/lib/server/records/load'
import { saveSection } from '@/lib/server/records/save-section'
import { writeDraft } from '@/lib/server/records/write-draft'
import type { Prisma } from '@/prisma/generated/client'
import { aSubmission, aUnit, call, NOW, someone } from '../support/builders'

const discipline = (id: string) => ({
  ...{ id, kind: 'HANH_CHINH', discipline_period: { from: '2025-03', to: '2026-03' }, discipline_form: '01' },
  ...{ discipline_reason: 'Dạy thêm', discipline_authority: 'Sở', decision_no: null, decision_date: null },
})

/** An officer, and somebody of the unit whose discipline `old` was approved; `new` was added since. */
async function disciplined() {
  const unit = await aUnit()
  const [officer, person] = [await someone(unit, 'recordsOfficer'), await someone(unit)]
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
  const data = structuredClone(draft) as RecordData
  data.recognition.disciplines = [discipline('old')]
  await aSubmission(person.recordId, 'approved', data)
  data.recognition.disciplines = [discipline('old'), discipline('new')]
  await db.record.update({ where: { id: person.recordId }, data: { draft: data as unknown as Prisma.InputJsonValue } })
  return { officer, person }
}

type Disciplined = Awaited<ReturnType<typeof disciplined>>

const save = ({ officer, person }: Disciplined, rows: { id: string }[]) =>
  saveSection(
    call(officer.actor, {
      recordId: person.recordId,
      section: 'recognition' as const,
      version: 0,
      answers: { disciplines: rows, rewards: [] },
    }),
  )

const idsOf = async ({ person }: Disciplined) => {
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
  return ((draft as RecordData).recognition.disciplines ?? []).map(({ id }) => id)
}

test('a discipline that was approved is not removed; one that was not, is', async () => {
  const made = await disciplined()
  const { errors } = await save(made, [])
  expect(errors).toEqual({ disciplines: expect.stringContaining('đã được duyệt không xóa được') })
  expect(await idsOf(made)).toEqual(['old'])
})

test('an approved discipline may be corrected', async () => {
  const made = await disciplined()
  const typed = { id: 'old', kind: 'HANH_CHINH', discipline_period: { from: '3/2025', to: '2/2026' } }
  const { errors } = await save(made, [typed, { id: 'new', kind: 'HANH_CHINH' } as never])
  expect(errors).toEqual({})
  expect(await idsOf(made)).toEqual(['old', 'new'])
})

test('no other way of writing removes it either', async () => {
  const { officer, person } = await disciplined()
  const write = db.$transaction(async (tx) => {
    const record = await loadRecord(tx, officer.actor, 'record.edit', person.recordId, { lock: true })
    const answers = { ...record.draft.recognition, disciplines: null }
    const change = {
      section: 'recognition',
      code: 'disciplines',
      row: 'old',
      before: discipline('old'),
      after: null,
    } as const
    return writeDraft(tx, officer.actor, record, { section: 'recognition', answers, changes: [change], now: NOW })
  })
  await expect(write).rejects.toMatchObject({ code: 'approvedRowKept' })
})
