import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { requestJob } from '@/lib/server/jobs/request-job'
import { type ExportName, LIST_EXPORTS } from '@/lib/server/lists/exports'
import { listWorkbook } from '@/lib/server/lists/list-workbook'
import { unzip } from '../../documents/unzip'
import { call } from '../../support/builders'
import { anActor, aPerson, aSmallProvince, NOW } from '../small-province'

const province = await aSmallProvince()
const officer = await anActor('recordsOfficer', province.sgddt)
await aPerson(province.school, { fullName: 'Bùi Văn Ân', citizenId: '087199123456' })
await aPerson(province.school, { fullName: 'Lý An' })
await aPerson(province.syt, { fullName: 'Trần Thị Ẵm' })

const exported = async (actor: Actor, list: ExportName, query: Record<string, string>) => {
  const { name, bytes } = await listWorkbook(LIST_EXPORTS[list], actor, query, NOW)
  return { name, xml: String(unzip(bytes).get('xl/worksheets/sheet1.xml')) }
}
const texts = (xml: string) => [...xml.matchAll(/preserve">([^<]*)</g)].map(([, text]) => text)

test('the workbook holds the rows of the list, as filtered and sorted, for these eyes, and the log says so', async () => {
  const { name, xml } = await exported(officer, 'people', {
    unit: province.school.id,
    cols: 'citizenId',
    sort: '-name',
  })
  expect(name).toBe('ho-so-2026-11-27.xlsx')
  const said = texts(xml)
  expect(said.slice(0, 2)).toEqual(['Họ và tên', 'Số CCCD'])
  expect(said.indexOf('Bùi Văn Ân')).toBeLessThan(said.indexOf('Lý An'))
  expect(said).toContain('087199123456')
  expect(said).not.toContain('Trần Thị Ẵm')
  const trace = await db.auditEvent.findFirstOrThrow({ where: { action: 'list.exported' } })
  expect(trace).toMatchObject({ actorId: officer.userId, subjectId: '/records', detail: { list: 'hồ sơ', rows: 2 } })
})

test('what may not be read leaves in no workbook', async () => {
  const admin = await anActor('unitAdmin', province.sgddt)
  expect(texts((await exported(admin, 'people', { cols: 'party' })).xml)).not.toContain('Đảng viên')
  const finance = await anActor('finance', province.dt)
  expect(texts((await exported(finance, 'people', { cols: 'citizenId' })).xml)).not.toContain('087199123456')
})

test('whoever may not see a list cannot take it away', async () => {
  const nobody = await anActor('person', province.school)
  for (const name of Object.keys(LIST_EXPORTS) as ExportName[]) {
    const tried = listWorkbook(LIST_EXPORTS[name], nobody, {}, NOW).catch(({ code }) => code)
    expect([name, await tried]).toEqual([name, 'notFound'])
    const asked = requestJob(call(nobody, { kind: `list.${name}` as const, input: { query: '' } }))
    expect([name, await asked.catch(({ code }) => code)]).toEqual([name, 'notFound'])
  }
})
