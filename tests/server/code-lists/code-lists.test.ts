import '../../support/own-data-folder'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import type { EntryEdit } from '@/lib/domain/code-lists/edit-entry'
import type { Actor } from '@/lib/domain/policy'
import { changeEntry } from '@/lib/server/code-lists/change-entry'
import { closedInReach } from '@/lib/server/code-lists/closed-in-reach'
import { codeLists, freshCodeLists, readCodeLists } from '@/lib/server/code-lists/code-lists'
import { importCodeList } from '@/lib/server/code-lists/import-list'
import { listPage, listsOverview, valuePage } from '@/lib/server/code-lists/list-pages'
import { recountUsage } from '@/lib/server/code-lists/recount-usage'
import { undoVersion } from '@/lib/server/code-lists/undo-version'
import { db } from '@/lib/server/db'
import { sectionAdvice } from '@/lib/server/records/findings'
import { recordPage } from '@/lib/server/records/record-page'
import { saveSection } from '@/lib/server/records/save-section'
import type { Unit } from '@/prisma/generated/client'
import { aSubmission, aUnit, call, someone, TODAY } from '../../support/builders'

const LIST = 'ton-giao'
const BASIS = 'TT 12/2026/TT-BNV'
let unit: Unit
let homeAffairs: Actor
let officer: Actor

beforeAll(async () => {
  unit = await aUnit()
  homeAffairs = (await someone(unit, 'homeAffairsOfficer')).actor
  officer = (await someone(unit, 'recordsOfficer')).actor
})
beforeEach(readCodeLists)

const change = (edit: EntryEdit, list = LIST) => changeEntry(call(homeAffairs, { list, basis: BASIS, edit }))
const adding = (code: string, label = `Tôn giáo ${code}`, validFrom = TODAY): EntryEdit => ({
  ...{ kind: 'add', code, label, validFrom, group: null, note: null },
})
const inList = (code: string, list = LIST) => codeLists(list).find((entry) => entry.code === code)
const newest = (list = LIST) => db.codeListVersion.findFirstOrThrow({ where: { list }, orderBy: { number: 'desc' } })
const setReligion = async (recordId: string, code: string) => {
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  const data = draft as unknown as RecordData
  data.identity.religion = code
  await db.record.update({ where: { id: recordId }, data: { draft: data as object } })
  return data
}
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const bring = (text: string, more: { whole?: boolean; digest?: string; fileName?: string } = {}) =>
  importCodeList(
    call(homeAffairs, {
      ...{ list: LIST, file: bytes(text), fileName: 'ton-giao.csv', from: '2026-12-01', whole: false },
      ...{ basis: BASIS, digest: '', ...more },
    }),
  )

test('a value added holds at once for everybody who chooses, with its basis in the log', async () => {
  const { number } = await change(adding('90'))
  expect(inList('90')).toMatchObject({ label: 'Tôn giáo 90', basis: BASIS })
  expect(await newest()).toMatchObject({ number, kind: 'edit', summary: 'thêm 90 “Tôn giáo 90” từ 27/11/2026' })
  const entry = await db.auditEvent.findFirstOrThrow({ where: { action: 'codeList.changed' }, orderBy: { id: 'desc' } })
  expect(entry).toMatchObject({ subjectId: LIST, detail: expect.objectContaining({ basis: BASIS, version: number }) })
})

test('another process sees the version within its second; the lists as shipped stay what they were', async () => {
  await change(adding('91'))
  const kept = globalThis as { portalCodeLists?: unknown }
  kept.portalCodeLists = undefined
  expect(inList('91')).toBeUndefined()
  await freshCodeLists()
  expect(inList('91')).toBeDefined()
})

test('records are judged again by the new list', async () => {
  const { recordId } = await someone(unit)
  await db.recordQuality.update({ where: { recordId }, data: { judged: 1, changes: 1, judgedOn: new Date(TODAY) } })
  await change(adding('92'))
  expect((await db.recordQuality.findUniqueOrThrow({ where: { recordId } })).judgedOn?.toISOString()).toContain(
    '2026-11-26',
  )
})

test('a version is never edited and never deleted, also not by us', async () => {
  await change(adding('93'))
  const { id } = await newest()
  await expect(db.codeListVersion.update({ where: { id }, data: { basis: 'khác' } })).rejects.toThrow()
  await expect(db.codeListEntry.deleteMany({ where: { versionId: id } })).rejects.toThrow()
})

test('a closed value: who has it is told the new one and keeps the old; nothing is changed by itself', async () => {
  const { recordId, actor } = await someone(unit)
  await change(adding('70', 'Tôn giáo cũ', '2020-01-01'))
  await change(adding('71', 'Tôn giáo mới', '2020-01-01'))
  await setReligion(recordId, '70')
  await change({ kind: 'close', code: '70', validUntil: '2026-11-20', successor: '71' })
  const named = { recordId, field: 'Tôn giáo', label: 'Tôn giáo cũ', successor: 'Tôn giáo mới', byPerson: true }
  expect((await closedInReach(officer, { skip: 0, take: 50 })).rows).toContainEqual(expect.objectContaining(named))
  const elsewhere = (await someone(await aUnit(), 'recordsOfficer')).actor
  expect(await closedInReach(elsewhere, { skip: 0, take: 50 })).toEqual({ total: 0, rows: [] })
  const { record } = await recordPage(actor, recordId)
  const advice = await sectionAdvice(record, 'identity', TODAY)
  expect(advice).toContainEqual(
    expect.objectContaining({ code: 'religion', proposal: { from: '70', to: '71', label: 'Tôn giáo mới' } }),
  )
  const saved = await saveSection(
    call(actor, { recordId, version: 0, section: 'identity', answers: { religion: '71' } }),
  )
  expect(saved.errors).toEqual({})
  expect(saved.advice.filter(({ proposal }) => proposal)).toEqual([])
})

test('usage: working copies, approved ones and everything ever sent are counted apart', async () => {
  await change(adding('60'))
  const people = await Promise.all([someone(unit), someone(unit), someone(unit)])
  for (const { recordId } of people) await setReligion(recordId, '60')
  const data = await setReligion(people[0].recordId, '60')
  await aSubmission(people[0].recordId, 'approved', data)
  await aSubmission(people[0].recordId, 'submitted', data)
  await recountUsage(call(homeAffairs, { list: LIST }))
  const { rows } = await listPage(homeAffairs, LIST, { on: TODAY, search: '60', state: '' })
  expect(rows[0]?.uses).toEqual({ code: '60', approved: 1, drafts: 3, revisions: 2 })
})

test('usage in tables and among several values is counted too', async () => {
  const { recordId } = await someone(unit)
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  const data = draft as unknown as RecordData
  data.recognition.rewards = [
    { id: 'r1', professional_rating: '03C' },
    { id: 'r2', professional_rating: '03C' },
  ] as never
  await db.record.update({ where: { id: recordId }, data: { draft: data as object } })
  await recountUsage(call(homeAffairs, { list: 'xep-loai-chat-luong' }))
  expect((await valuePage(homeAffairs, 'xep-loai-chat-luong', '03C')).uses).toMatchObject({ drafts: 1 })
})

test('a ministry’s list: the rehearsal writes nothing and shows the difference; taken, it is one version', async () => {
  await change(adding('50'))
  const before = await db.codeListVersion.count()
  const file = 'Mã,Tên,Ghi chú\n50,Tên khác,\n51,Thêm mới,\n'
  const tried = await bring(file)
  expect(tried).toMatchObject({ number: null, faultCount: 0, closed: [] })
  expect([tried.added, tried.changed].map((part) => part.map(({ code }) => code))).toEqual([['51'], ['50']])
  expect(await db.codeListVersion.count()).toBe(before)
  const taken = await bring(file, { digest: tried.digest })
  expect(taken.number).not.toBeNull()
  expect(inList('50')?.label).toBe('Tên khác')
  expect(inList('51')?.validFrom).toBe('2026-12-01')
  expect(await newest()).toMatchObject({ kind: 'import', fileName: 'ton-giao.csv', summary: 'thêm 1, sửa 1' })
})

test('what is in use and would be closed without a successor is named before it is taken', async () => {
  await change(adding('40'))
  const { recordId } = await someone(unit)
  await setReligion(recordId, '40')
  const others = codeLists(LIST).filter(({ code, validUntil }) => code !== '40' && validUntil === null)
  const lines = others.map(({ code, label }) => `${code};"${label}"`)
  const { closed } = await bring(['Mã;Tên', ...lines].join('\n'), { whole: true })
  expect(closed).toEqual([expect.objectContaining({ code: '40', uses: 1, hasSuccessor: false })])
})

test('a version taken between rehearsal and taking: refused, and nothing is written', async () => {
  const tried = await bring('Mã,Tên\n30,Ba mươi\n')
  await change(adding('30', 'Ai nhanh hơn'))
  await expect(bring('Mã,Tên\n30,Ba mươi\n', { digest: tried.digest })).rejects.toMatchObject({
    code: 'rehearsalChanged',
  })
  expect(inList('30')?.label).toBe('Ai nhanh hơn')
})

test.each([
  ['JSON with an array inside', '{"name":"x","items":[{"code":"20","labelVi":"Hai mươi","validFrom":null}]}', 1],
  ['a faulty line', 'Mã,Tên\n,Không mã\n', 0],
])('%s is read', async (_, text, added) => {
  const tried = await bring(text)
  expect(tried.added.length).toBe(added)
  expect(tried.faultCount).toBe(added === 1 ? 0 : 1)
})

test('a file that is none is refused in words', async () => {
  await expect(bring('{"name": ')).rejects.toMatchObject({ code: 'sheetUnreadable' })
  await expect(bring('[]')).rejects.toMatchObject({ code: 'sheetEmpty' })
})

test('a version is taken back: used values are closed, unused withdrawn; what a later version built on stays', async () => {
  const tried = await bring('Mã,Tên\n10x,Dùng rồi\n11x,Chưa dùng\n')
  await bring('Mã,Tên\n10x,Dùng rồi\n11x,Chưa dùng\n', { digest: tried.digest })
  const { id, number } = await newest()
  const { recordId, actor } = await someone(unit)
  await setReligion(recordId, '10x')
  await undoVersion(call(homeAffairs, { versionId: id, basis: 'QĐ 5' }))
  expect(inList('10x')).toMatchObject({ validUntil: '2026-11-26' })
  expect(inList('11x')).toMatchObject({ withdrawn: true })
  const answers = { religion: '11x' }
  const saved = await saveSection(call(actor, { recordId, version: 0, section: 'identity', answers }))
  expect(saved.errors.religion).toContain('không có trong danh mục')
  await expect(undoVersion(call(homeAffairs, { versionId: id, basis: 'QĐ 5' }))).rejects.toMatchObject({
    code: 'codeListChangedSince',
    details: { number: number + 1 },
  })
})

test('two at once: both versions stand, one after the other', async () => {
  await Promise.all([change(adding('80')), change(adding('81')), change(adding('82'))])
  const numbers = (await db.codeListVersion.findMany({ where: { list: LIST } })).map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(['80', '81', '82'].every((code) => inList(code))).toBe(true)
})

test('lists with rules of their own are looked at and not changed', async () => {
  await expect(change(adding('X'), 'doi-tuong')).rejects.toMatchObject({ code: 'codeListFixed' })
  expect((await listPage(homeAffairs, 'doi-tuong', { on: TODAY, search: '', state: '' })).fixed).not.toBeNull()
  expect((await listsOverview(homeAffairs)).find(({ name }) => name === LIST)?.version?.basis).toBe(BASIS)
})

test.each(['recordsOfficer'])('whoever is not of home affairs (%s) learns of none of it', async () => {
  const edit = adding('Z')
  for (const act of [
    () => listsOverview(officer),
    () => listPage(officer, LIST, { on: TODAY, search: '', state: '' }),
    () => valuePage(officer, LIST, ''),
    () => changeEntry(call(officer, { list: LIST, basis: BASIS, edit })),
    () => recountUsage(call(officer, { list: LIST })),
    async () => undoVersion(call(officer, { versionId: (await newest()).id, basis: BASIS })),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'notFound' })
  await expect(change(adding('Z'), 'khong-co')).rejects.toMatchObject({ code: 'notFound' })
})
