import { type Desk, readSession } from '../desk'
import type { Case } from '../rounds'
import { get, rowsFor } from '../weigh'

/** Beginnings of words, as an officer types them; another one each time. */
const SEARCHES = ['ng v a', 'am', 'van am', 'nguyen', '0870850', 'a van 1', 'am nguyen 2']

/**
 * A page of people searched for in the browser, to the last byte: fifty rows of those in reach, in the order of names,
 * and how many there are. Its floor: the same rows over a bare connection, and a page of as many bytes from a bare Next.
 */
export async function searchPeople(desk: Desk, portal: string, bareNext: string): Promise<Case> {
  let at = 0
  const next = () => SEARCHES[at++ % SEARCHES.length] ?? ''
  const search = (typed: string) => get(`${portal}/records?${new URLSearchParams({ q: typed })}`, desk.cookie)
  const page = await search('ng v a')
  if (!page.includes('1–50 trong')) throw new Error(`Nobody was found: ${page.slice(0, 300)}`)
  const wanted = Buffer.byteLength(page)
  const rows = await rowsFor(bareNext, wanted)
  return {
    name: `people search page (${Math.round(wanted / 1000)} kB)`,
    times: 7,
    floors: [
      { name: 'bare SQL', run: () => bareSearch(desk, next()) },
      { name: 'bare Next, as many bytes', run: () => get(`${bareNext}/?rows=${rows}`) },
    ],
    ours: { name: 'portal', run: () => search(next()) },
    limit: { ratio: 2 },
  }
}

/** Session, page and count, each once; the search on its index. */
async function bareSearch({ bare, token }: Desk, typed: string) {
  await readSession(bare, token)
  const words = /^\d+$/.test(typed) ? [`%${typed}%`] : typed.split(' ').map((word) => `% ${word}%`)
  await Promise.all([bare.query(PAGE, [words]), bare.query(COUNT, [words])])
}

const FOUND = `p.id = ANY (ARRAY(SELECT id FROM person WHERE search_text LIKE ALL ($1::text[])))`
const PAGE = `
  SELECT p.id, r.id, p.full_name, u.name, p.person_category, p.employment_status, r.position, r.rank, r.gender, r.phone,
    p.date_of_birth, r.filled, r.missing, r.has_unsent, r.updated_at,
    (SELECT s.state FROM submission s WHERE s.record_id = r.id AND s.state <> 'superseded' ORDER BY s.submitted_at DESC LIMIT 1)
  FROM person p JOIN unit u ON u.id = p.unit_id JOIN record r ON r.person_id = p.id
  WHERE ${FOUND} AND starts_with(u.path, '/dt/') ORDER BY p.given_name, p.family_name, p.id LIMIT 51`
const COUNT = `
  SELECT count(*)::int FROM person p JOIN unit u ON u.id = p.unit_id JOIN record r ON r.person_id = p.id
  WHERE ${FOUND} AND starts_with(u.path, '/dt/')`
