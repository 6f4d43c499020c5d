import { expect, test } from 'vitest'
import { type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { diff } from '@/lib/domain/changes'
import { placeOf } from '@/lib/domain/new-person'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { requestJob } from '@/lib/server/jobs/request-job'
import { fileStore, readStored } from '@/lib/server/storage/file-store'
import type { Prisma, Unit } from '@/prisma/generated/client'
import { accounted, tried, written } from '../../support/an-import'
import { aUnit, call, someone } from '../../support/builders'
import { aFullRecord } from '../../support/fullest-record'
import { run } from '../jobs/a-runner'

async function aFullPerson(unit: Unit, seed: number) {
  const person = await someone(unit)
  const data = structuredClone(aFullRecord(seed)) as RecordData
  const { citizenId } = await db.person.findFirstOrThrow({ where: { record: { id: person.recordId } } })
  data.identity.citizen_id = citizenId
  data.identity.full_name = 'Nguyễn Thị Ẵm'
  // What follows from the posting, and what only the nation gives.
  const parent = unit.parentId ? await db.unit.findUniqueOrThrow({ where: { id: unit.parentId } }) : null
  Object.assign(data.agency, placeOf(unit, parent), { national_staff_id: null })
  await db.record.update({ where: { id: person.recordId }, data: { draft: data as Prisma.InputJsonValue } })
  return { ...person, data, citizenId }
}

async function exported(actor: Actor, unit: Unit) {
  const input = { unitId: unit.id, own: false, sections: [...SECTION_IDS], purpose: 'Rà soát' }
  const id = await requestJob(call(actor, { kind: 'records.workbook', input }))
  await run()
  const { fileSha256 } = await db.job.findUniqueOrThrow({ where: { id } })
  return readStored(fileStore('jobs'), fileSha256 as string)
}

const draftOf = async (citizenId: string) =>
  (await db.record.findFirstOrThrow({ where: { person: { citizenId } } })).draft as unknown as RecordData

test('what was exported imports unchanged: every field, every table, to the cell', async () => {
  const unit = await aUnit()
  const people = [await aFullPerson(unit, 21), await aFullPerson(unit, 22), await aFullPerson(unit, 23)]
  const officer = await someone(unit, 'recordsOfficer')
  const bytes = await exported(officer.actor, unit)
  const state = await tried(officer.actor, unit, bytes)
  expect(state.issues.filter(({ sentence }) => !sentence?.includes('chính Anh/Chị'))).toEqual([])
  expect(accounted(state)).toBe(state.counts.cells)
  expect(state.counts).toMatchObject({ create: 0, change: 0, unmapped: 0 })
  for (const { citizenId, data } of people) expect(diff(await draftOf(citizenId), data)).toEqual([])
})

test('what was exported makes the same records where nobody is', async () => {
  const unit = await aUnit()
  const officer = await someone(unit, 'recordsOfficer')
  const below = await aUnit({ parent: unit })
  const people = [await aFullPerson(below, 31), await aFullPerson(below, 32)]
  const bytes = await exported(officer.actor, below)
  for (const { citizenId } of people) {
    await db.record.deleteMany({ where: { person: { citizenId } } })
    await db.user.deleteMany({ where: { person: { citizenId } } }).catch(() => {})
    await db.roleGrant.deleteMany({ where: { user: { person: { citizenId } } } })
    await db.user.deleteMany({ where: { person: { citizenId } } })
    await db.person.delete({ where: { citizenId } })
  }
  const state = await tried(officer.actor, unit, bytes)
  expect(state.issues.map(({ kind, sentence, text }) => [kind, sentence, text]).slice(0, 5)).toEqual([])
  expect(state.counts).toMatchObject({ create: 2, change: 0, refusedPeople: 0 })
  expect(accounted(state)).toBe(state.counts.cells)
  const done = await written(officer.actor, state.id)
  expect(done.state).toBe('done')
  expect(accounted(done)).toBe(done.counts.cells)
  for (const { citizenId, data } of people) {
    expect(diff(await draftOf(citizenId), data)).toEqual([])
  }
})
