import { createHash } from 'node:crypto'
import type { Desk } from '../desk'
import type { Case } from '../rounds'

/**
 * Opening somebody's record in the browser, to the last byte. Its floor: the same rows over a bare connection, and a
 * page of as many bytes from a bare Next.
 */
export async function openRecord(desk: Desk, portal: string, bareNext: string): Promise<Case> {
  const open = () => get(`${portal}/records/${desk.nextRecord()}`, desk.cookie)
  const page = await open()
  if (!page.includes('Lịch sử')) throw new Error(`The record did not open: ${page.slice(0, 300)}`)
  const wanted = Buffer.byteLength(page)
  const rows = await rowsFor(bareNext, wanted)
  return {
    name: `open a record (${Math.round(wanted / 1000)} kB)`,
    times: 10,
    floors: [
      { name: 'bare SQL', run: () => bareRead(desk) },
      { name: 'bare Next, as many bytes', run: () => get(`${bareNext}/?rows=${rows}`) },
    ],
    ours: { name: 'portal', run: open },
    limit: { ratio: 2, ms: 250 },
  }
}

async function get(address: string, cookie?: string): Promise<string> {
  const headers = { 'accept-encoding': 'identity', ...(cookie && { cookie }) }
  const answer = await fetch(address, { headers, redirect: 'manual' })
  if (answer.status !== 200)
    throw new Error(`${address} answered ${answer.status} ${answer.headers.get('location') ?? ''}`)
  return answer.text()
}

/** So many rows that the bare page weighs what ours does. */
async function rowsFor(bareNext: string, wanted: number): Promise<number> {
  const weigh = async (rows: number) => Buffer.byteLength(await get(`${bareNext}/?rows=${rows}`))
  const [small, large] = [await weigh(100), await weigh(1100)]
  return Math.max(1, Math.round(100 + (wanted - small) / ((large - small) / 1000)))
}

/** Session with its roles, record with person, unit, last submission, approved version and delivery; and the note of it. */
async function bareRead({ bare, token, nextRecord, actor }: Desk) {
  const hash = createHash('sha256').update(token).digest('hex')
  await bare.query({ name: 'session', text: SESSION, values: [hash] })
  const id = nextRecord()
  const { rows } = await bare.query({ name: 'record', text: RECORD, values: [id] })
  await bare.query({
    name: 'note',
    text: NOTE,
    values: [actor.userId, actor.personName, actor.sessionId, id, rows[0].full_name, rows[0].path],
  })
}

const SESSION = `
  SELECT s.*, a.username, a.person_id, p.full_name, g.role, g.valid_from, g.valid_until, u.path, u.name
  FROM session s JOIN user_account a ON a.id = s.user_id JOIN person p ON p.id = a.person_id
  LEFT JOIN role_grant g ON g.user_id = a.id LEFT JOIN unit u ON u.id = g.unit_id
  WHERE s.token_hash = $1`

const RECORD = `
  SELECT r.*, p.full_name, p.citizen_id, u.path, u.name, approved.data AS approved, last.state, sent.data AS sent, sent.changes, d.state
  FROM record r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
  LEFT JOIN revision approved ON approved.id = r.approved_revision_id
  LEFT JOIN LATERAL (SELECT * FROM submission WHERE record_id = r.id AND state <> 'superseded' ORDER BY submitted_at DESC LIMIT 1) last ON TRUE
  LEFT JOIN revision sent ON sent.id = last.revision_id
  LEFT JOIN LATERAL (SELECT * FROM delivery WHERE record_id = r.id ORDER BY version DESC LIMIT 1) d ON TRUE
  WHERE r.id = $1`

const NOTE = `
  INSERT INTO audit_event (at, action, actor_id, actor_name, session_id, subject_type, subject_id, subject_name, unit_path, detail)
  VALUES (now(), 'record.viewed', $1, $2, $3, 'record', $4, $5, $6, '{"page":"record"}')`
