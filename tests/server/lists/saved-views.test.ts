import { expect, test } from 'vitest'
import { LIST_NAMES } from '@/lib/domain/lists/specs'
import { db } from '@/lib/server/db'
import { chooseView, defaultOf, removeView, savedViews, saveView, sharingUnits } from '@/lib/server/lists/saved-views'
import { anActor, aSmallProvince, as } from '../small-province'

const province = await aSmallProvince()
const officer = await anActor('recordsOfficer', province.sgddt)
const neighbour = await anActor('recordsOfficer', province.syt)
const below = await anActor('unitHead', province.school)
const view = (given: object = {}) => ({
  ...{ list: 'people' as const, name: 'Còn thiếu', query: 'stage=incomplete&sort=-missing' },
  ...{ unitId: null, isDefault: false },
  ...given,
})

test('a list is kept under a name, by oneself, and opens with it when chosen', async () => {
  const { id, href } = await as(officer)(saveView, view({ isDefault: true }))
  expect(href).toBe('/records?stage=incomplete&sort=-missing')
  const views = await savedViews(officer, 'people')
  expect(views).toMatchObject([{ id, name: 'Còn thiếu', mine: true, isDefault: true, unitName: null }])
  expect(defaultOf(views, {})).toBe(href)
  expect(defaultOf(views, { all: '1' })).toBeNull()
  for (const other of [neighbour, below]) expect(await savedViews(other, 'people')).toEqual([])
  await as(officer)(chooseView, { list: 'people', id: null })
  expect(defaultOf(await savedViews(officer, 'people'), {})).toBeNull()
  await expect(as(neighbour)(chooseView, { list: 'people', id })).rejects.toMatchObject({ code: 'notFound' })
})

test('a shared view is seen in the unit and below it, nowhere else, and opens only what its reader may see', async () => {
  const { id } = await as(officer)(saveView, view({ name: 'Của sở', unitId: province.sgddt.id }))
  const names = async (actor: typeof officer) => (await savedViews(actor, 'people')).map(({ name }) => name)
  expect(await names(below)).toEqual(['Của sở'])
  expect(await names(neighbour)).toEqual([])
  await as(below)(chooseView, { list: 'people', id })
  await expect(as(below)(removeView, { id })).rejects.toMatchObject({ code: 'notFound' })
  await as(await anActor('unitAdmin', province.sgddt))(removeView, { id })
  expect(await db.savedViewChoice.count({ where: { viewId: id } })).toBe(0)
  expect(
    await db.auditEvent.count({ where: { action: { in: ['listView.saved', 'listView.removed'] }, subjectId: id } }),
  ).toBe(2)
})

test('nothing is shared with a unit that is not one’s own', async () => {
  expect(sharingUnits(officer).map(({ id }) => id)).toEqual([province.sgddt.id])
  for (const { id } of [province.syt, province.dt]) {
    await expect(as(officer)(saveView, view({ unitId: id }))).rejects.toMatchObject({ code: 'outsideYourUnits' })
  }
})

test('only what the list knows is kept of an address', async () => {
  const { href } = await as(officer)(saveView, view({ query: 'q=linh&evil=//example.org&sort=salary&after=x' }))
  expect(href).toBe('/records?q=linh')
  for (const list of LIST_NAMES) {
    expect((await as(officer)(saveView, view({ list, query: '' }))).href).toMatch(/^\/[a-z/]+\?all=1$/)
  }
})
