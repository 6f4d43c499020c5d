import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { ALL_TABLES } from '@/lib/catalogue'
import { cvTableName } from '@/lib/catalogue/cv-columns'
import { canonical } from '@/lib/domain/canonical'
import type { Desk } from '../desk'
import type { Case } from '../rounds'
import { aTown, ceremony, type Town, unsign } from '../town'

const PEOPLE = 2_000

/**
 * A head approves 2,000 people in one ceremony, step by step. From the returned signature to “approved” are at most three seconds,
 * with the verification, the time stamp and the authority's answers; the floors say what of that nobody can do without.
 */
export async function closeMonth({ bare }: Desk): Promise<Case[]> {
  const town = await aTown(bare, PEOPLE)
  const steps = ceremony(town)
  await steps.open()
  await steps.start()
  steps.sign()
  await steps.complete()
  const paper = (await steps.signed()) ?? new Uint8Array()
  const crypto = { name: 'bare crypto', run: bareCrypto(town, paper) }
  const sql = { name: 'bare SQL', run: () => bareCommit(bare, town) }
  return [
    {
      ...{ name: `${PEOPLE} people: read, freeze and make the paper`, times: 1, floors: [] },
      ours: { name: 'portal', ready: () => unsign(bare, town), run: steps.open },
      limit: { ms: 6_000 },
    },
    {
      ...{ name: `${PEOPLE} people: prepare the gap`, times: 1, floors: [] },
      ours: { name: 'portal', run: steps.start },
      limit: { ms: 1_500 },
    },
    {
      ...{ name: `${PEOPLE} people: sign`, times: 1, floors: [] },
      ours: { name: 'portal', run: async () => steps.sign() },
      limit: { ms: 100 },
    },
    {
      ...{ name: `${PEOPLE} people: from the signature to approved`, times: 1, floors: [crypto, sql] },
      ours: { name: 'portal', run: steps.complete },
      limit: { ms: 3_000, ratio: 3 },
    },
  ]
}

/** Every record spelled and hashed once, the paper hashed, one signature made and checked. */
const bareCrypto = ({ people }: Town, paper: Uint8Array) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return async () => {
    for (const { data } of people) createHash('sha256').update(canonical(data)).digest()
    const digest = createHash('sha256').update(paper).digest()
    if (!verify('sha256', digest, publicKey, sign('sha256', digest, privateKey))) throw new Error('Not verified')
  }
}

/** The same rows read, locked and written over a bare line, taken back at the end. */
async function bareCommit(bare: Desk['bare'], { revisions }: Town) {
  const records = 'SELECT record_id FROM revision WHERE id = ANY($1::uuid[])'
  await bare.query('BEGIN')
  await bare.query(`SELECT id FROM record WHERE id IN (${records}) ORDER BY id FOR UPDATE`, [revisions])
  await bare.query('SELECT id, salt, hash, data FROM revision WHERE id = ANY($1::uuid[])', [revisions])
  await bare.query(`UPDATE submission SET state = 'approved' WHERE revision_id = ANY($1::uuid[])`, [revisions])
  await bare.query(
    'UPDATE record SET approved_revision_id = v.id FROM revision v WHERE v.id = ANY($1::uuid[]) AND record.id = v.record_id',
    [revisions],
  )
  for (const table of ['cv', ...ALL_TABLES.map(({ code }) => cvTableName(code))]) {
    await bare.query(
      `CREATE TEMP TABLE copy ON COMMIT DROP AS SELECT * FROM "${table}" WHERE record_id IN (${records})`,
      [revisions],
    )
    await bare.query('DROP TABLE copy')
  }
  await bare.query('ROLLBACK')
}
