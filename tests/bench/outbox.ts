import { nationalFile } from '@/lib/documents/national-message'
import { db } from '@/lib/server/db'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'
import { fileDigest } from '@/lib/server/pushes/file-digest'
import { completed } from '@/lib/server/records/completed'
import { aCompleteDraft } from '@/tests/support/complete-draft'

const AT_ONCE = 2_000

/** So many people get a second version, approved; nothing else of theirs waits for the worker. Answers the ids of the versions. */
export async function approveAgain(count: number): Promise<string[]> {
  const data = aCompleteDraft({ fullName: 'x', citizenId: '000000000000', unit: { code: 'x', name: 'x' } })
  const revisions = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO revision (id, record_id, version, data, changes, salt, hash, catalogue_version, declaration, confirmed, by_user_id, by_name, at)
    SELECT uuidv7(), r.id, 2,
      jsonb_set(jsonb_set(jsonb_set(jsonb_set(${JSON.stringify(data)}::jsonb,
        '{identity,citizen_id}', to_jsonb(p.citizen_id)),
        '{identity,full_name}', to_jsonb(p.full_name)),
        '{agency,managing_authority}', jsonb_build_object('code', u.code, 'name', u.name)),
        '{agency,employing_unit}', jsonb_build_object('code', u.code, 'name', u.name)),
      '[]', 'AAAAAAAAAAAAAAAAAAAAAA', encode(sha256(convert_to(r.id::text || '2', 'UTF8')), 'hex'), 1, 'Tôi cam đoan.', '{}',
      uuidv7(), p.full_name, now()
    FROM record r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
    ORDER BY p.citizen_id LIMIT ${count}
    RETURNING id`
  const ids = revisions.map(({ id }) => id)
  await db.$executeRaw`
    UPDATE record SET approved_revision_id = v.id, revision_count = 2 FROM revision v
    WHERE v.record_id = record.id AND v.id = ANY(${ids}::uuid[])`
  // The judging of so many changes is another matter, and not what is measured.
  await db.$executeRaw`UPDATE record_quality SET judged = changes, judged_on = current_date`
  return ids
}

export async function enqueueAll(ids: readonly string[]) {
  for (let at = 0; at < ids.length; at += AT_ONCE)
    await db.$transaction((tx) => enqueueDeliveries(tx, ids.slice(at, at + AT_ONCE), new Date()), { timeout: 120_000 })
}

/** What a client without any database would send: whole bodies, ready. And by what each file is known again. */
export async function preparedBodies(orgCode: string, most: number) {
  const revisions = await db.revision.findMany({ where: { version: 2 }, select: { data: true }, take: most })
  const units = await db.unit.findMany({ select: { code: true, agencyCode: true } })
  const codes = new Map(units.map(({ code, agencyCode }) => [code, agencyCode]))
  return revisions.map(({ data }) => {
    const whole = completed(data)
    const personKey = whole.identity.citizen_id ?? ''
    const file = nationalFile(whole, { personKey, agencyCodeOf: (code) => codes.get(code) ?? null })
    const content = { Data: { Header: { Sender_Code: orgCode, Action_Type: 'ADD' }, Body: { HOSO_CBCCVC: file } } }
    return {
      personKey,
      sha256: fileDigest(file),
      body: JSON.stringify({ org_Code: orgCode, jsonContent: Buffer.from(JSON.stringify(content)).toString('base64') }),
    }
  })
}
