import { type Desk, readSession } from '../desk'
import type { Case } from '../rounds'
import { get, rowsFor } from '../weigh'

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

/** Session with its roles, record with person, unit, last submission, approved version and delivery; and the note of it. */
async function bareRead({ bare, token, nextRecord, actor }: Desk) {
  await readSession(bare, token)
  const id = nextRecord()
  const { rows } = await bare.query({ name: 'record', text: RECORD, values: [id] })
  await bare.query({
    name: 'note',
    text: NOTE,
    values: [actor.userId, actor.personName, actor.sessionId, id, rows[0].full_name, rows[0].path],
  })
}

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
