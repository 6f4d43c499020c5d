import 'server-only'
import { z } from 'zod'
import { isOpen } from '@/lib/domain/evidence/is-open'
import { isPhoto, placeLabel, type ValuePlace, valueAt } from '@/lib/domain/evidence/place'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { completed } from '../records/completed'
import { loadRecord, type RecordFor } from '../records/load'
import { workSight } from '../records/sight'
import { Place, requirePlace } from './add-evidence'
import { valueHash } from './value-hash'

const Value = Place.extend({
  /** The value as it was seen: another one since is not what was checked. */
  seen: z.string().length(64),
  evidenceId: z.uuid().nullable(),
  /** The paper in words, where it was shown and not filed. */
  paper: typedText(200),
})

export const CheckValues = z.object({
  recordId: z.uuid(),
  values: z.array(Value).min(1, 'Chọn ít nhất một giá trị.').max(400),
  /** False: what was checked is so no longer. */
  holds: z.boolean(),
})

type Input = z.output<typeof CheckValues>

/**
 * An officer holds values against their papers and finds them so (đã đối chiếu), or takes that back. What is said is said of
 * the values they saw; nobody says it in their own record.
 */
export async function checkValues({ transact, actor, input, now }: Call<Input>) {
  return transact(async (tx) => {
    const record = await loadRecord(tx, actor, 'value.check', input.recordId, { lock: true })
    if (record.person.id === actor.personId) throw new Refusal('ownRecord', {})
    const sight = workSight(actor, { personId: record.person.id, unitPath: record.person.unitPath })
    const values = input.values.map((value) => ({ ...value, place: requirePlace(value) }))
    if (!sight || !values.every(({ place }) => isOpen(sight.reading, place))) throw new Refusal('notFound', {})
    await requireSeen(tx, record, values)
    if (input.holds) await requirePapers(tx, record, values)
    await tx.valueState.createMany({
      data: values.map(({ place, seen, evidenceId, paper }) => ({
        ...{ recordId: record.id, ...place, valueHash: seen, kind: 'checked' as const, holds: input.holds },
        ...(input.holds && { evidenceId, paper: paper || null }),
        ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      })),
    })
    await writeAudit(
      tx,
      actor,
      {
        action: input.holds ? 'value.checked' : 'value.checkTakenBack',
        subject: { type: 'record', id: record.id, name: record.person.fullName },
        unitPath: record.person.unitPath,
        detail: { count: values.length, fields: values.map(({ section, code }) => `${section}.${code}`) },
      },
      now,
    )
    return { count: values.length }
  })
}

type Asked = Input['values'][number] & { place: ValuePlace }

/** What is checked stands in the draft, or in the version that was sent last. */
async function requireSeen(tx: Tx, record: RecordFor<'value.check'>, values: readonly Asked[]) {
  const [sent, pictures] = await Promise.all([
    tx.submission.findFirst({
      where: { recordId: record.id, state: { not: 'superseded' } },
      orderBy: { submittedAt: 'desc' },
      select: { revision: { select: { data: true } } },
    }),
    tx.evidence.findMany({
      where: { recordId: record.id, goneAt: null, links: { some: { code: 'photo', endedAt: null } } },
      select: { sha256: true },
    }),
  ])
  const documents = [record.draft, ...(sent ? [completed(sent.revision.data)] : [])]
  const stands = ({ place, seen }: Asked) =>
    isPhoto(place)
      ? pictures.some(({ sha256 }) => valueHash(record.id, place, sha256) === seen)
      : documents
          .map((data) => valueAt(data, place))
          .some((value) => value !== null && valueHash(record.id, place, value) === seen)
  const changed = values.filter((value) => !stands(value))
  if (changed.length > 0)
    throw new Refusal('valueChanged', { labels: changed.map(({ place }) => placeLabel(place, record.draft)) })
}

/** Each is held against a paper that stands beside it, or one that is named. A face is held against the person. */
async function requirePapers(tx: Tx, record: RecordFor<'value.check'>, values: readonly Asked[]) {
  const links = await tx.evidenceLink.findMany({
    where: { recordId: record.id, endedAt: null },
    select: { evidenceId: true, section: true, code: true, row: true },
  })
  const isBeside = ({ evidenceId, place }: Asked) =>
    links.some(
      (link) =>
        link.evidenceId === evidenceId &&
        link.section === place.section &&
        link.code === place.code &&
        link.row === place.row,
    )
  const without = values.filter((value) => !isPhoto(value.place) && !isBeside(value) && value.paper === '')
  if (without.length > 0)
    throw new Refusal('paperMissing', { labels: without.map(({ place }) => placeLabel(place, record.draft)) })
  // A paper that stands elsewhere is not the one this value was held against.
  if (values.some((value) => value.evidenceId !== null && !isBeside(value))) throw new Refusal('notFound', {})
}
