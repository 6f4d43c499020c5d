import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { CATALOGUE } from '@/lib/catalogue'
import { db } from '@/lib/server/db'
import { expireImports } from '@/lib/server/imports/expire-imports'
import { mapImport } from '@/lib/server/imports/import-acts'
import { waitingWordsOf } from '@/lib/server/imports/waiting-words'
import { requestJob } from '@/lib/server/jobs/request-job'
import { sectionAdvice } from '@/lib/server/records/findings'
import { recordPage } from '@/lib/server/records/record-page'
import { saveSection } from '@/lib/server/records/save-section'
import { fileStore, readStored } from '@/lib/server/storage/file-store'
import { accounted, aList, stateOf, tried, written } from '../../support/an-import'
import { aUnit, call, NOW, someone, TODAY } from '../../support/builders'
import { untilEnded } from '../jobs/a-runner'

const HEADS = ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'SĐT', 'Dân tộc', 'Đối tượng']
const list = (count: number, from: number) =>
  aList({
    'DS cán bộ': [
      HEADS,
      ...Array.from({ length: count }, (_, at) => [
        ...[
          `Nguyễn Văn Ẵm`,
          '05/09/1985',
          `0871850${String(from + at).padStart(5, '0')}`,
          `09${String(10_000_000 + from + at)}`,
        ],
        // One in ten has a word no list knows.
        ...[at % 10 === 0 ? 'Dân tộc lạ' : 'Kinh', 'Công chức'],
      ]),
    ],
  })

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** The worker as `npm start` runs it. */
function aWorkerProcess() {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/server/worker.ts']
  const env = { ...process.env, PORTAL_TODAY: NOW.toISOString().slice(0, 10), NATIONAL_PROFILE: '' }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  children.push(child)
  return child
}

test('killed in the middle of writing, the next worker goes on where it was: nobody twice, nobody missing, to the cell', async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const people = 2_050
  const before = await tried(actor, unit, list(people, 10_000))
  expect(before.counts).toMatchObject({ create: people, unmatched: people / 10 })
  const id = await requestJob(call(actor, { kind: 'import.write', input: { importId: before.id } }))
  const first = aWorkerProcess()
  while ((await db.job.findUniqueOrThrow({ where: { id } })).done === 0) await new Promise((l) => setTimeout(l, 5))
  first.kill('SIGKILL')
  await once(first, 'exit')
  const left = await db.job.findUniqueOrThrow({ where: { id } })
  expect(left.state).toBe('running')
  expect(left.done).toBeLessThan(people)
  // What the progress says is what is there: a portion and its progress are one transaction.
  const inUnit = { person: { unitId: unit.id, citizenId: { startsWith: '0871850' } } }
  expect(await db.record.count({ where: inUnit })).toBe(left.done)

  await db.workerBeat.updateMany({ data: { beatAt: new Date(Date.now() - 60_000) } })
  const second = aWorkerProcess()
  await untilEnded(id)
  second.kill('SIGTERM')
  await once(second, 'exit')

  const after = await stateOf(before.id)
  expect(after).toMatchObject({ state: 'done', counts: { create: people, cells: before.counts.cells } })
  expect(accounted(after)).toBe(after.counts.cells)
  expect(after.counts.stored).toBe(before.counts.stored)
  expect(await db.record.count({ where: inUnit })).toBe(people)
  const citizens = await db.person.findMany({ where: { unitId: unit.id }, select: { citizenId: true } })
  expect(new Set(citizens.map(({ citizenId }) => citizenId)).size).toBe(citizens.length)
  expect(await db.unmatchedAnswer.count({ where: { record: inUnit } })).toBe(people / 10)
  const born = { action: 'person.created', unitPath: unit.path, detail: { path: ['import'], equals: before.id } }
  expect(await db.auditEvent.count({ where: born })).toBe(people)
}, 240_000)

test('a list that is never written goes after its days, with every line of it; that there was one stays', async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const [left, kept] = [await tried(actor, unit, list(3, 80_000)), await tried(actor, unit, list(3, 90_000))]
  await written(actor, kept.id)
  const { sha256 } = await db.listImport.findUniqueOrThrow({ where: { id: left.id } })
  const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

  await expireImports(later(30))
  expect((await stateOf(left.id)).state).toBe('judged')
  await expireImports(later(31))
  expect((await stateOf(left.id)).state).toBe('expired')
  expect((await stateOf(kept.id)).state).toBe('done')
  const own = { where: { importId: left.id } }
  expect([await db.importLine.count(own), await db.importPerson.count(own), await db.importIssue.count(own)]).toEqual([
    0, 0, 0,
  ])
  await expect(readStored(fileStore('imports'), sha256)).rejects.toThrow()
  expect(await db.auditEvent.count({ where: { action: 'import.expired', subjectId: left.id } })).toBe(1)

  const options = { repairs: [], personCategory: '', employmentStatus: '', from: '2026-11-01', takeFile: false }
  await expect(mapImport(call(actor, { importId: left.id, keys: [], ...options }))).rejects.toMatchObject({
    code: 'importNotReady',
  })
  await expect(requestJob(call(actor, { kind: 'import.write', input: { importId: left.id } }))).rejects.toMatchObject({
    code: 'importNotReady',
  })
})

test('a word that waits for its code is said at its field, and a value chosen there answers it', async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const { label } = CATALOGUE.position.fields.current_position
  const line = ['Nguyễn Văn Ẵm', '05/09/1985', '087185070000', 'Công chức', 'Chức vụ lạ']
  const { id } = await tried(
    actor,
    unit,
    aList({ DS: [['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Đối tượng', label], line] }),
  )
  await written(actor, id)
  const { id: recordId } = await db.record.findFirstOrThrow({ where: { person: { citizenId: '087185070000' } } })
  const waits = (await waitingWordsOf(recordId)).filter(({ section }) => section === 'position')
  expect(waits).toEqual([expect.objectContaining({ code: 'current_position', text: 'Chức vụ lạ' })])
  const { record } = await recordPage(actor, recordId)
  const said = (await sectionAdvice(record, 'position', TODAY)).filter(({ code }) => code === 'current_position')
  expect(said.map(({ sentence }) => sentence)).toContainEqual(expect.stringContaining('ghi “Chức vụ lạ”'))

  const version = record.sectionVersions.position ?? 0
  const answers = { current_position: 'TP_XA' }
  const saved = await saveSection(call(actor, { recordId, section: 'position', version, answers }))
  expect(saved.errors).toEqual({})
  expect(saved.advice.filter(({ sentence }) => sentence.includes('Chức vụ lạ'))).toEqual([])
  const closed = await db.unmatchedAnswer.findFirstOrThrow({ where: { recordId, code: 'current_position' } })
  expect(closed).toMatchObject({ mappedTo: 'TP_XA', closedBy: actor.personName })
})
