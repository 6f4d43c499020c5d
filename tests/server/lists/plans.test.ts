import { expect, test, vi } from 'vitest'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { db } from '@/lib/server/db'
import { rowsQuery } from '@/lib/server/lists/list-page'
import { peopleSource } from '@/lib/server/people/people-list'
import { ask } from '../../support/ask'
import { aFullProvince, EVERYBODY, HOME_AFFAIRS } from './a-full-province'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
await aFullProvince()

/** How PostgreSQL would go about a page of the list. */
async function planOf(query: string): Promise<string> {
  const rows = await db.$queryRaw<{ 'QUERY PLAN': string }[]>`
    EXPLAIN ${rowsQuery(peopleSource(HOME_AFFAIRS, ask(PEOPLE_LIST, query)))}`
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('at the size of the province, the first page by name is read off the index of names', async () => {
  expect(await db.person.count()).toBe(EVERYBODY)
  const plan = await planOf('')
  expect(plan).toContain('Index Scan using person_by_name')
  expect(plan).not.toMatch(/Seq Scan on (person|record|submission) /)
})

test.each(['q=linh', 'q=ng v an', 'q=nguyen', 'q=xuyen bui', 'q=linh&sort=-missing', 'q=linh&stage=draft'])(
  'names are found on the trigram index: %s',
  async (query) => {
    const plan = await planOf(query)
    expect(plan).toContain('Bitmap Index Scan on person_search_text')
    expect(plan).not.toMatch(/Seq Scan on (person|record|submission) /)
  },
)

test('fragments of a citizen id and of a telephone are found on their indexes', async () => {
  const plan = await planOf('q=4729')
  expect(plan).toContain('Bitmap Index Scan on person_search_text')
  expect(plan).toContain('Bitmap Index Scan on record_phone')
  expect(plan).not.toMatch(/Seq Scan on (person|record|submission) /)
})
