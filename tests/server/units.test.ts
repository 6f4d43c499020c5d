import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { treeOn } from '@/lib/server/organisation/tree-on'
import { CreateUnit, createUnit } from '@/lib/server/units/create-unit'
import { loadUnit } from '@/lib/server/units/unit-tree'
import { anActor, aSmallProvince, as, FOUNDER, TODAY } from './small-province'

const province = await aSmallProvince()
const aBranch = {
  code: 'chi-cuc-mot',
  name: 'Chi cục Một',
  typeCode: 'CHI_CUC',
  parentId: province.syt.id,
  agencyCode: null,
  validFrom: '2026-01-01',
  basis: 'QĐ 12/QĐ-UBND',
}

test('a unit stands under its parent, with the first page of its history and a trace', async () => {
  const { unitId, path } = await as(FOUNDER)(createUnit, aBranch)
  expect(path).toBe('/dt/syt/chi-cuc-mot/')
  const versions = await db.unitVersion.findMany({ where: { unitId } })
  expect(versions).toMatchObject([{ name: 'Chi cục Một', basis: 'QĐ 12/QĐ-UBND', validUntil: null }])
  const trace = await db.auditEvent.findFirst({ where: { action: 'unit.created', subjectId: unitId } })
  expect(trace).toMatchObject({ unitPath: path, subjectName: 'Chi cục Một' })
})

test('a type that does not stand under that parent is refused at its field', async () => {
  const wrong = { ...aBranch, code: 'khac', typeCode: 'UBND_XA' }
  await expect(as(FOUNDER)(createUnit, wrong)).rejects.toMatchObject({
    code: 'formInvalid',
    fields: { typeCode: expect.stringContaining('Sở Y tế') },
  })
  expect(await db.unit.count({ where: { code: 'khac' } })).toBe(0)
})

test('neither a code nor an e-identifier is given twice', async () => {
  const again = { ...aBranch, code: 'syt', agencyCode: 'H20.05' }
  await expect(as(FOUNDER)(createUnit, again)).rejects.toMatchObject({
    code: 'formInvalid',
    fields: { code: 'Mã “syt” đã có. Chọn mã khác.', agencyCode: expect.stringContaining('Sở Giáo dục') },
  })
})

test('what is typed wrongly is told in words, at its field', () => {
  const bad = CreateUnit.safeParse({
    ...aBranch,
    code: 'Chi Cục',
    agencyCode: 'abc',
    validFrom: '2026-02-30',
    name: ' ',
  })
  const fields = bad.error?.issues.map(({ path }) => path.join('.'))
  expect(fields).toEqual(['code', 'name', 'agencyCode', 'validFrom'])
})

test('only the province makes units; a unit’s administrator gets nothing', async () => {
  const unitAdmin = await anActor('unitAdmin', province.syt)
  await expect(as(unitAdmin)(createUnit, { ...aBranch, code: 'lau' })).rejects.toMatchObject({ code: 'notFound' })
})

test('the list and the unit itself agree on who may see them', async () => {
  const head = await anActor('unitAdmin', province.sgddt)
  const { total, rows } = await treeOn(head, TODAY, { search: '', skip: 0, take: 50 })
  expect(rows.map(({ code }) => code)).toEqual(['sgddt', 'thpt-sa-dec'])
  expect(total).toBe(2)
  await expect(loadUnit(head, 'tree.read', province.school.id)).resolves.toMatchObject({ code: 'thpt-sa-dec' })
  await expect(loadUnit(head, 'tree.read', province.syt.id)).rejects.toMatchObject({ code: 'notFound' })
})

test('a unit is found without accents', async () => {
  const { rows } = await treeOn(FOUNDER, TODAY, { search: 'giao duc', skip: 0, take: 50 })
  expect(rows.map(({ code }) => code)).toEqual(['sgddt'])
})
