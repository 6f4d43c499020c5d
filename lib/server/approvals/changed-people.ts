import 'server-only'
import type { ItemKind } from '@/lib/domain/batch'
import { dayOf } from '@/lib/domain/calendar'
import { type ChangeClock, changeClock } from '@/lib/domain/change-clock'
import { type ChangeOutline, sayOutlines } from '@/lib/domain/change-outline'
import { codeLists } from '../code-lists/code-lists'
import type { Tx } from '../db'
import { workingCalendar } from '../movements/working-calendar'

export type ChangedPerson = {
  recordId: string
  name: string
  /** Post, or rank: what the person is in the unit. */
  jobTitle: string
  kind: ItemKind
  figure: string
  words: string
  checkedBy: string | null
  checkedAt: Date | null
  /** Until when the change must stand in the national database. */
  clock: ChangeClock | null
}

type Row = {
  revision_id: string
  record_id: string
  name: string
  position: string | null
  rank: string | null
  outlines: ChangeOutline[] | null
  decided_by: string | null
  decided_at: Date | null
  submitted_at: Date
}

/** The people of these revisions, as they were asked for, with what changed: where, not to what. */
export async function changedPeople(
  tx: Tx,
  items: readonly { revisionId: string; kind: ItemKind }[],
  /** Sensitive fields by their names too. */
  names: boolean,
  today: string,
): Promise<ChangedPerson[]> {
  const calendar = await workingCalendar(tx)
  const rows = await tx.$queryRaw<Row[]>`
    SELECT revision.id AS revision_id, revision.record_id, person.full_name AS name,
      revision.data #>> '{position,current_position}' AS position, revision.data #>> '{salary,rank}' AS rank,
      submission.decided_by, submission.decided_at, submission.submitted_at,
      (SELECT jsonb_agg(jsonb_build_object('section', change -> 'section', 'code', change -> 'code', 'row', change -> 'row'))
        FROM jsonb_array_elements(revision.changes) AS change) AS outlines
    FROM revision
    JOIN record ON record.id = revision.record_id
    JOIN person ON person.id = record.person_id
    JOIN submission ON submission.revision_id = revision.id
    WHERE revision.id = ANY(${items.map(({ revisionId }) => revisionId)}::uuid[])`
  const byId = new Map(rows.map((row) => [row.revision_id, row]))
  return items.flatMap(({ revisionId, kind }) => {
    const row = byId.get(revisionId)
    if (!row) return []
    const clock = changeClock(dayOf(row.submitted_at), today, calendar)
    return [{ ...personOf(row, kind, names), clock }]
  })
}

function personOf(row: Row, kind: ItemKind, names: boolean): Omit<ChangedPerson, 'clock'> {
  const said =
    kind === 'added' ? { figure: 'Hồ sơ mới', words: 'duyệt lần đầu' } : sayOutlines(row.outlines ?? [], { names })
  return {
    recordId: row.record_id,
    name: row.name,
    jobTitle: labelOf('chuc-vu', row.position) ?? labelOf('ngach-cong-chuc + chuc-danh-nghe-nghiep', row.rank) ?? '',
    kind,
    ...said,
    checkedBy: row.decided_by,
    checkedAt: row.decided_at,
  }
}

const labelOf = (list: string, code: string | null) =>
  code === null ? undefined : codeLists(list).find((entry) => entry.code === code)?.label
