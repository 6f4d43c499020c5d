import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { changeEntry } from '@/lib/server/code-lists/change-entry'
import { importCodeList } from '@/lib/server/code-lists/import-list'
import { db } from '@/lib/server/db'
import { exportNamed } from '@/lib/server/lists/exports'
import { listWorkbook } from '@/lib/server/lists/list-workbook'
import { WHOLE_EXPORTS } from '@/lib/server/lists/whole-exports'
import { sheetsIn } from '../../support/a-workbook'
import { call } from '../../support/builders'
import { anActor, aPerson, aSmallProvince, NOW } from '../small-province'

const province = await aSmallProvince()
await aPerson(province.school, { fullName: 'Lý An' })
await aPerson(province.syt, { fullName: 'Trần Thị Ẵm' })
const homeAffairs = await anActor('homeAffairsOfficer', province.dt)

const taken = async (actor: Actor, list: string, query: Record<string, string> = {}) => {
  const { bytes } = await listWorkbook(exportNamed(list)!, actor, query, NOW)
  const [rows = []] = (await sheetsIn(bytes)).values()
  return { bytes, rows }
}

test('the tree, the progress and the quality of a reader’s units leave as they are shown, and the log says so', async () => {
  const admin = await anActor('unitAdmin', province.sgddt)
  const tree = await taken(admin, 'units')
  expect(tree.rows[0]?.slice(0, 4)).toEqual(['Mã trong tỉnh', 'Tên đơn vị', 'Loại đơn vị', 'Mã cấp trên'])
  const names = tree.rows.slice(1).map(([, name]) => name)
  expect(names).toContain(province.school.name)
  expect(names).not.toContain(province.syt.name)
  for (const list of ['overview', 'quality']) {
    const { rows } = await taken(admin, list)
    expect(rows[0]?.slice(0, 3)).toEqual(['Đơn vị', 'Số đơn vị', 'Tổng số'])
    expect(rows.map(([unit]) => unit)).not.toContain(province.syt.name)
  }
  const traces = await db.auditEvent.findMany({ where: { action: 'list.exported', actorId: admin.userId } })
  expect(traces.map(({ subjectId }) => subjectId)).toEqual(['/administration/units', '/overview', '/quality'])
})

test('a code list that is taken away comes in unchanged, also what looks like a formula', async () => {
  const list = 'ton-giao'
  const edit = {
    kind: 'add',
    code: '88',
    label: '=Tôn giáo mới',
    validFrom: '2026-01-01',
    group: null,
    note: '-thử',
  } as const
  await changeEntry(call(homeAffairs, { list, basis: 'QĐ 1', edit }))
  const close = { kind: 'close', code: '88', validUntil: '2026-06-30', successor: '01' } as const
  await changeEntry(call(homeAffairs, { list, basis: 'QĐ 2', edit: close }))
  const { bytes, rows } = await taken(homeAffairs, 'codeList', { list })
  expect(rows.flat()).toContain("'=Tôn giáo mới")
  const tried = await importCodeList(
    call(homeAffairs, {
      ...{ list, file: new Uint8Array(bytes), fileName: 'a.xlsx', from: '2026-11-27', whole: true },
      ...{ basis: 'QĐ 3', digest: '' },
    }),
  )
  expect(tried).toMatchObject({ added: [], changed: [], closed: [], faultCount: 0 })
  expect(tried.same).toBe(rows.length - 1)
})

test('whoever may not see a list cannot take it away; no list is called by a word of the language', async () => {
  const nobody = await anActor('person', province.school)
  for (const list of Object.keys(WHOLE_EXPORTS)) {
    await expect(taken(nobody, list, { list: 'ton-giao' })).rejects.toMatchObject({ code: 'notFound' })
  }
  await expect(taken(homeAffairs, 'codeList', { list: 'constructor' })).rejects.toMatchObject({ code: 'notFound' })
  expect(exportNamed('constructor')).toBeNull()
})
