import { beforeAll, describe, expect, test } from 'vitest'
import { isTable, type RecordData } from '@/lib/catalogue'
import { mappedNames } from '@/lib/documents/national-mapping'
import { isReplaceable, nationalNameOf } from '@/lib/domain/exchange/cause-field'
import type { Actor } from '@/lib/domain/policy'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { db } from '@/lib/server/db'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'
import { pushFigures } from '@/lib/server/pushes/push-figures'
import { repairChoices, repairGroup } from '@/lib/server/pushes/repair-group'
import { aBatchOf } from '../../support/an-approval'
import { aSubmission, aUnit, call, NOW, someone } from '../../support/builders'

/** A field whose code the unit may write: the first of the form. */
const { field, name } = mappedNames().find(
  (one) => !isTable(one.field) && one.list === null && isReplaceable(one.field),
) as { field: { section: 'position'; code: string; codeList: string; label: string }; name: string }
const CAUSE = `E_CATALOG:${name}`
const [OLD = '', NEW = ''] = codeLists(field.codeList).map(({ code }) => code)
const input = (over: object = {}) => ({ cause: CAUSE, from: OLD, to: NEW, reason: 'Mã cũ hết hiệu lực', ...over })

let unit: Awaited<ReturnType<typeof aUnit>>
let other: typeof unit
let officer: Actor
const group: string[] = []

/** Somebody whose newest version was refused for that code. */
async function refused(where: typeof unit, code = OLD) {
  const person = await someone(where)
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId }, select: { draft: true } })
  const data = structuredClone(draft) as unknown as RecordData
  Object.assign(data[field.section], { [field.code]: code })
  await db.record.update({ where: { id: person.recordId }, data: { draft: data as object } })
  const { revision } = await aSubmission(person.recordId, 'approved', data)
  await aBatchOf(where, revision, '2026-11-26T09:00:00+07:00')
  await db.$transaction((tx) => enqueueDeliveries(tx, [revision.id], NOW))
  const errors = [
    { code: 'E_CATALOG', field: name, message: 'Chọn lại.', raw: 'x', section: field.section, fieldCode: field.code },
  ]
  await db.delivery.update({ where: { revisionId: revision.id }, data: { state: 'refused', errors, settledAt: NOW } })
  return person.recordId
}

const codeIn = async (id: string) => {
  const { draft } = await db.record.findUniqueOrThrow({ where: { id }, select: { draft: true } })
  return (draft as Record<string, Record<string, unknown>>)[field.section]?.[field.code]
}

beforeAll(async () => {
  unit = await aUnit()
  other = await aUnit()
  officer = (await someone(unit, 'recordsOfficer')).actor
  for (let index = 0; index < 3; index++) group.push(await refused(unit))
  group.push(await refused(unit, NEW), await refused(other))
})

describe('R108: all people with the same error are one group', () => {
  test('the group says what stands now and how often, and offers what may stand there', async () => {
    const choices = await repairChoices(officer, CAUSE)
    expect(choices?.label).toBe(field.label)
    expect(choices?.values.map(({ value, label }) => [value, label.endsWith('3 hồ sơ')])).toEqual([
      [OLD, true],
      [NEW, false],
    ])
    expect(choices?.options.length).toBeGreaterThan(1)
  })

  test('each unit has its own task in it', async () => {
    const province = (await someone(await aUnit(), 'provinceAdmin')).actor
    const { units } = await pushFigures(province, CAUSE)
    expect(units.map(({ unitId, records }) => [unitId, records])).toEqual([
      [unit.id, 4],
      [other.id, 1],
    ])
    expect((await pushFigures(officer, CAUSE)).units).toHaveLength(1)
  })

  test('one code is replaced for everybody of the officer’s unit, as an edit of theirs, and nobody else', async () => {
    expect(await repairGroup(call(officer, input()))).toEqual({ changed: 3, left: 0, more: false })
    expect(await Promise.all(group.map(codeIn))).toEqual([NEW, NEW, NEW, NEW, OLD])
    const trail = await db.draftChange.findMany({ where: { recordId: group[0]! } })
    expect(trail).toMatchObject([{ section: field.section, byUserId: officer.userId }])
    expect(await db.record.findUnique({ where: { id: group[0]! } })).toMatchObject({ hasUnsent: true })
    expect(await db.auditEvent.count({ where: { action: 'record.edited', actorId: officer.userId } })).toBe(3)
    expect(await db.auditEvent.findMany({ where: { action: 'delivery.groupRepaired' } })).toMatchObject([
      { detail: { count: 3, field: field.code, reason: 'Mã cũ hết hiệu lực' } },
    ])
    await expect(repairGroup(call(officer, input()))).rejects.toMatchObject({ code: 'notFound' })
  })

  test('not by who may not edit, not to a code of no list, not in fields that are the person’s', async () => {
    const head = (await someone(other, 'unitHead', 'unitAdmin')).actor
    await expect(repairGroup(call(head, input()))).rejects.toMatchObject({ code: 'notFound' })
    const theirs = (await someone(other, 'recordsOfficer')).actor
    await expect(repairGroup(call(theirs, input({ to: 'khong-co' })))).rejects.toMatchObject({
      fields: { to: expect.any(String) },
    })
    await expect(repairGroup(call(theirs, input({ cause: 'E_CATALOG:DanToc' })))).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await repairChoices(theirs, 'E_CATALOG:DanToc')).toBeNull()
    expect(await repairChoices(head, CAUSE)).toBeNull()
    expect(await codeIn(group[4]!)).toBe(OLD)
  })

  test('a cause without a field is nobody’s to replace', () => {
    expect(nationalNameOf('noAnswer')).toBeNull()
    expect(nationalNameOf('E_UNMAPPED:')).toBeNull()
    expect(nationalNameOf('E_CATALOG:DS_QUATRINH_LUONG.Ngach')).toBe('DS_QUATRINH_LUONG.Ngach')
  })
})
