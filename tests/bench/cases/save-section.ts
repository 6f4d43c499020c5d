import { transact } from '@/lib/server/call'
import { saveSection } from '@/lib/server/records/save-section'
import type { Desk } from '../desk'
import type { Case } from '../rounds'

/**
 * Keeping one changed answer, from the action's input to what is said at its fields. Its floor: the same rows read,
 * locked and written over a bare connection, in one transaction, with as many bytes, and the numbers nobody shares
 * looked up.
 */
export function saveOneAnswer(desk: Desk): Case {
  let serial = 0
  const phone = () => `09${String(++serial).padStart(8, '0')}`
  return {
    name: 'save a section',
    times: 20,
    floors: [{ name: 'bare SQL', run: () => bareWrite(desk, phone()) }],
    ours: {
      name: 'portal',
      run: async () => {
        const now = new Date()
        const { recordId, self } = desk.nextOwner()
        const input = { recordId, section: 'identity' as const, version: 0, answers: { phone: phone() } }
        const { version, errors } = await saveSection({ transact, actor: self, input, now })
        if (version !== 1 || Object.keys(errors).length > 0) throw new Error(`Not saved: ${JSON.stringify(errors)}`)
      },
    },
    limit: { ratio: 3 },
  }
}

async function bareWrite({ bare, nextRecord, actor }: Desk, phone: string) {
  const id = nextRecord()
  await bare.query('BEGIN')
  const { rows } = await bare.query({ name: 'lock', text: LOCK, values: [id] })
  const { draft, full_name, path } = rows[0]
  const before = draft.identity.phone
  draft.identity.phone = phone
  await bare.query({
    name: 'newest',
    text: 'SELECT data FROM revision WHERE record_id = $1 AND version = 1',
    values: [id],
  })
  await bare.query({ name: 'write', text: WRITE, values: [id, JSON.stringify(draft)] })
  const changes = JSON.stringify([{ section: 'identity', code: 'phone', row: null, before, after: phone }])
  await bare.query({ name: 'open', text: OPEN, values: [id, actor.userId] })
  await bare.query({ name: 'trail', text: TRAIL, values: [id, changes, actor.userId, actor.personName] })
  await bare.query({
    name: 'edited',
    text: EDITED,
    values: [actor.userId, actor.personName, actor.sessionId, id, full_name, path],
  })
  await bare.query('COMMIT')
  const { citizen_id, social_insurance_no } = draft.identity
  await bare.query({ name: 'numbers', text: NUMBERS, values: [id, citizen_id, social_insurance_no] })
}

const LOCK = `
  SELECT r.draft, r.section_versions, p.full_name, u.path FROM record r JOIN person p ON p.id = r.person_id
  JOIN unit u ON u.id = p.unit_id WHERE r.id = $1 FOR UPDATE OF r`
/** Whether a number of this section is somebody else's too. */
const NUMBERS = `
  SELECT EXISTS (SELECT FROM cv WHERE citizen_id = $2 AND record_id <> $1),
    EXISTS (SELECT FROM cv WHERE social_insurance_no = $3 AND record_id <> $1),
    EXISTS (SELECT FROM person p JOIN record r ON r.person_id = p.id WHERE p.citizen_id = $2 AND r.id <> $1),
    EXISTS (SELECT FROM record WHERE draft -> 'identity' ->> 'citizen_id' = $2 AND id <> $1),
    EXISTS (SELECT FROM record WHERE draft -> 'identity' ->> 'social_insurance_no' = $3 AND id <> $1)`
const WRITE = `
  UPDATE record SET draft = $2, section_versions = '{"identity":1}', filled = 109, missing = 0, has_unsent = TRUE, updated_at = now()
  WHERE id = $1`
const OPEN = `
  SELECT * FROM draft_change WHERE record_id = $1 AND section = 'identity' AND by_user_id = $2 AND last_at > now() - interval '10 minutes'`
const TRAIL = `
  INSERT INTO draft_change (id, record_id, section, changes, by_user_id, by_name, first_at, last_at)
  VALUES (uuidv7(), $1, 'identity', $2, $3, $4, now(), now())`
const EDITED = `
  INSERT INTO audit_event (at, action, actor_id, actor_name, session_id, subject_type, subject_id, subject_name, unit_path, detail)
  VALUES (now(), 'record.edited', $1, $2, $3, 'record', $4, $5, $6, '{"section":"identity","fields":["phone"]}')`
