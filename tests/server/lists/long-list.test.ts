import { expect, test, vi } from 'vitest'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { db } from '@/lib/server/db'
import { jobFile } from '@/lib/server/jobs/job-file'
import { requestJob } from '@/lib/server/jobs/request-job'
import { LIST_EXPORTS } from '@/lib/server/lists/exports'
import { listWorkbook } from '@/lib/server/lists/list-workbook'
import { peopleList } from '@/lib/server/people/people-list'
import { unzip } from '../../documents/unzip'
import { ask } from '../../support/ask'
import { aUnit, call, NOW, someone } from '../../support/builders'
import { run } from '../jobs/a-runner'
import { aFullProvince } from './a-full-province'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
await aFullProvince(12_000)
const officer = await someone(await aUnit(), 'homeAffairsOfficer')
const query = 'sort=-born&cols=citizenId'

const request = (query: string) => requestJob(call(officer.actor, { kind: 'list.people' as const, input: { query } }))

test('a list nobody waits for is refused at the door, and made in the background: each row once, in order', async () => {
  const tried = listWorkbook(LIST_EXPORTS.people, officer.actor, {}, NOW)
  await expect(tried).rejects.toMatchObject({ code: 'listTooLong' })
  const id = await request(query)
  expect(await request(query)).toBe(id)
  await run()
  const job = await db.job.findUniqueOrThrow({ where: { id } })
  expect(job).toMatchObject({ state: 'done', title: 'Danh sách hồ sơ, đã lọc như khi yêu cầu' })

  const { content, name } = await jobFile(call(officer.actor, { id }))
  expect(name).toBe('ho-so-2026-11-27.xlsx')
  const files = unzip(new Uint8Array(await new Response(content).arrayBuffer()))
  const xml = String(files.get('xl/worksheets/sheet1.xml'))
  const { total, rows } = await peopleList(officer.actor, { ...ask(PEOPLE_LIST, query), size: 100 })
  const places = [...xml.matchAll(/<row r="(\d+)">/g)].map(([, at]) => Number(at))
  expect(places).toEqual(Array.from({ length: total + 1 }, (_, at) => at + 1))
  const ids = [...xml.matchAll(/<c r="B\d+"[^>]*><is><t[^>]*>(\d{12})</g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(total)
  expect(ids.slice(0, 100)).toEqual(rows.map(({ citizenId }) => citizenId))
  expect(String(files.get('xl/worksheets/sheet2.xml'))).toContain(
    `/records?${new URLSearchParams(query)}`.replace('&', '&amp;'),
  )

  const trace = await db.auditEvent.findMany({ where: { action: 'list.exported' } })
  expect(trace).toMatchObject([{ actorId: officer.actor.userId, subjectId: '/records', detail: { rows: total } }])
})

test('who loses the role meanwhile gets no file', async () => {
  const id = await request('')
  await run({ steps: 1 })
  await db.roleGrant.updateMany({
    where: { userId: officer.actor.userId, role: 'homeAffairsOfficer' },
    data: { validUntil: new Date('2026-11-26') },
  })
  await run()
  expect(await db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'failed', fileSha256: null })
})
