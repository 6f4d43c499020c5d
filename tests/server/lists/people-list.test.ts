import { expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { peopleList } from '@/lib/server/people/people-list'
import { projectRevisions } from '@/lib/server/projection'
import type { Prisma } from '@/prisma/generated/client'
import { ask } from '../../support/ask'
import { aSubmission } from '../../support/builders'
import { anActor, aPerson, aSmallProvince } from '../small-province'

const province = await aSmallProvince()
const officer = await anActor('recordsOfficer', province.sgddt)
const NAMES = [
  'Trần Thị Ẵm',
  'Bùi Văn Ân',
  'Lý An',
  'Nguyễn Hóa',
  'Bùi Hỏa',
  'Đỗ Văn Hòa',
  'Âu Hoa',
  'Đặng Đạt',
  'Lê Dũng',
]
for (const fullName of NAMES) await aPerson(province.school, { fullName })

const listed = (actor: Actor, query = '') => peopleList(actor, ask(PEOPLE_LIST, query))
const names = async (actor: Actor, query = '') => (await listed(actor, query)).rows.map(({ name }) => name)
const inSchool = `unit=${province.school.id}`

/** Writes into the working copy, as the form would. */
async function answers(name: string, section: string, said: object) {
  const record = await db.record.findFirstOrThrow({ where: { person: { fullName: name } } })
  const draft = record.draft as Record<string, object>
  const changed = { ...draft, [section]: { ...draft[section], ...said } } as Prisma.InputJsonValue
  await db.record.update({ where: { id: record.id }, data: { draft: changed } })
}

async function approve(name: string) {
  const { id, draft } = await db.record.findFirstOrThrow({ where: { person: { fullName: name } } })
  const { revision } = await aSubmission(id, 'approved', draft as RecordData)
  await projectRevisions(db, [revision.id])
}

test('names stand in Vietnamese order: the given name first, letter by letter and tone by tone', async () => {
  expect(await names(officer, inSchool)).toEqual([
    ...['Lý An', 'Trần Thị Ẵm', 'Bùi Văn Ân', 'Lê Dũng', 'Đặng Đạt'],
    ...['Âu Hoa', 'Đỗ Văn Hòa', 'Bùi Hỏa', 'Nguyễn Hóa'],
  ])
  expect((await names(officer, `${inSchool}&sort=-name`))[0]).toBe('Nguyễn Hóa')
})

test('pages by key, forwards and back, give every row once, whatever the order', async () => {
  for (const { id } of await db.record.findMany())
    await db.record.update({ where: { id }, data: { missing: id.charCodeAt(35) % 3 } })
  for (const sort of PEOPLE_LIST.sorts.flatMap((by) => [by, `-${by}`])) {
    const asked = { ...ask(PEOPLE_LIST, `${inSchool}&sort=${sort}`), size: 200 }
    const whole = (await peopleList(officer, asked)).rows.map(({ personId }) => personId)
    const forwards: string[] = []
    let page = await peopleList(officer, { ...asked, size: 2 })
    for (;;) {
      expect([sort, page.first, page.total]).toEqual([sort, forwards.length + 1, NAMES.length])
      forwards.push(...page.rows.map(({ personId }) => personId))
      if (!page.next) break
      page = await peopleList(officer, { ...asked, size: 2, cursor: page.next })
    }
    expect([sort, forwards]).toEqual([sort, whole])
    const backwards = page.rows.map(({ personId }) => personId)
    while (page.previous) {
      page = await peopleList(officer, { ...asked, size: 2, cursor: page.previous })
      backwards.unshift(...page.rows.map(({ personId }) => personId))
    }
    expect([sort, page.first, backwards]).toEqual([sort, 1, whole])
  }
})

test('columns of the working copy are shown, sorted and filtered by', async () => {
  await answers('Lê Dũng', 'position', { current_position: 'HT_THPT' })
  await answers('Lê Dũng', 'identity', { phone: '0912 345 678', gender: 'NAM' })
  const [row] = (await listed(officer, `${inSchool}&position=hieu truong truong thpt`)).rows
  expect(row).toMatchObject({ name: 'Lê Dũng', position: 'HT_THPT', phone: '0912345678', gender: 'NAM' })
  expect(await names(officer, 'q=345 678')).toEqual(['Lê Dũng'])
  expect(await names(officer, `${inSchool}&position=khong co chuc nay`)).toEqual([])
  expect(await names(officer, `${inSchool}&bornFrom=1985&bornUntil=1985`)).toHaveLength(NAMES.length)
  expect(await names(officer, `${inSchool}&bornFrom=1986`)).toEqual([])
  expect(await names(officer, `${inSchool}&bornUntil=1984`)).toEqual([])
})

test('codes stand in the order of their words, not of the codes', async () => {
  const inWords = codeLists('chuc-vu').toSorted((a, b) => a.label.localeCompare(b.label, 'vi'))
  const later = inWords.findLast(({ code }) => code < (inWords[0]?.code ?? ''))!
  await answers('Bùi Văn Ân', 'position', { current_position: inWords[0]!.code })
  await answers('Đặng Đạt', 'position', { current_position: later.code })
  const held = (await listed(officer, `${inSchool}&sort=position`)).rows.flatMap(({ position }) => position ?? [])
  expect(held.indexOf(inWords[0]!.code)).toBeLessThan(held.indexOf(later.code))
  const down = (await listed(officer, `${inSchool}&sort=-position`)).rows.flatMap(({ position }) => position ?? [])
  expect(down).toEqual(held.toReversed())
})

test('what may not be read is neither shown nor searched nor sorted out', async () => {
  await answers('Lý An', 'affiliation', { is_party_member: true })
  await answers('Âu Hoa', 'affiliation', { is_party_member: false })
  expect(await names(officer, 'party=yes')).toEqual(['Lý An'])
  expect(await names(officer, 'party=no')).toEqual(['Âu Hoa'])
  // The administrator of the unit keeps accounts and reads nothing sensitive.
  const admin = await anActor('unitAdmin', province.sgddt)
  expect(await names(admin, 'party=yes')).toEqual([])
  expect((await listed(admin)).rows.every(({ partyMember }) => partyMember === null)).toBe(true)
  // Sở Tài chính reads what salaries need: posts and ranks, not telephones; and of those what was approved.
  const finance = await anActor('finance', province.dt)
  expect(await names(finance, 'q=0912345678')).toEqual([])
  const leDung = async () => (await listed(finance, 'q=le dung')).rows[0]
  expect(await leDung()).toMatchObject({ position: null })
  await approve('Lê Dũng')
  await answers('Lê Dũng', 'position', { current_position: 'PHT_THPT' })
  const row = await leDung()
  expect(row).toMatchObject({ position: 'HT_THPT', phone: null, gender: null, citizenId: null })
})
