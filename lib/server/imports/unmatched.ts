import 'server-only'
import { z } from 'zod'
import { type AnswersOf, fieldNamed, isSectionId, isTable, type SectionId } from '@/lib/catalogue'
import { listTitle } from '@/lib/catalogue/code-lists'
import type { Row } from '@/lib/catalogue/kinds/table'
import { diffSection, rowsOf } from '@/lib/domain/changes'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db, type Tx } from '../db'
import { loadRecord } from '../records/load'
import { writeDraft } from '../records/write-draft'
import { sqlWithin } from '../within'

export type WaitingWord = {
  list: string
  title: string
  words: string
  text: string
  count: number
  options: { code: string; label: string }[]
}

/** Words of imported lists that no code list has, most frequent first; of records in reach. */
export async function waitingWords(actor: Actor, page: { skip: number; take: number }) {
  const rows = await db.$queryRaw<{ list: string; words: string; text: string; count: number; total: number }[]>`
    SELECT w.list, w.words, min(w.text) AS text, count(*)::int AS count, (count(*) OVER ())::int AS total
    FROM unmatched_answer w JOIN record r ON r.id = w.record_id JOIN person p ON p.id = r.person_id
    JOIN unit u ON u.id = p.unit_id
    WHERE w.closed_at IS NULL AND ${sqlWithin(actor, 'record.import')}
    GROUP BY w.list, w.words ORDER BY count(*) DESC, w.list, w.words LIMIT ${page.take} OFFSET ${page.skip}`
  const words = rows.map(
    ({ total: _, ...row }): WaitingWord => ({ ...row, title: listTitle(row.list), options: optionsOf(row.list) }),
  )
  return { total: rows[0]?.total ?? 0, words }
}

export const optionsOf = (list: string) =>
  codeLists(list)
    .filter(({ validUntil, withdrawn }) => validUntil === null && !withdrawn)
    .map(({ code, label }) => ({ code, label }))

export const MapWord = z.object({
  list: z.string().max(120),
  words: z.string().max(4_000),
  /** Empty: none of the list; the words are let go of. */
  code: z.string().max(40),
})

/** So many records are written in one act; the rest wait for the next. */
const A_TIME = 100

/** Says what a word means: it is written where it waits and nothing else was answered meanwhile, and known from then on. */
export async function mapWord({ transact, actor, input, now }: Call<z.output<typeof MapWord>>) {
  const { list, words, code } = input
  if (code !== '' && !entryIn(list, code)) throw new Refusal('notFound', {})
  return transact(async (tx) => {
    const waiting = await tx.$queryRaw<{ id: string }[]>`
      SELECT w.id FROM unmatched_answer w JOIN record r ON r.id = w.record_id JOIN person p ON p.id = r.person_id
      JOIN unit u ON u.id = p.unit_id
      WHERE w.closed_at IS NULL AND w.list = ${list} AND w.words = ${words} AND ${sqlWithin(actor, 'record.import')}
      ORDER BY w.id LIMIT ${A_TIME}`
    if (waiting.length === 0) throw new Refusal('notFound', {})
    const answers = await tx.unmatchedAnswer.findMany({ where: { id: { in: waiting.map(({ id }) => id) } } })
    if (code !== '') {
      for (const answer of answers) await write(tx, actor, answer, code, now)
      const known = { code, byName: actor.personName, at: now }
      await tx.learntWord.upsert({
        where: { list_words: { list, words } },
        create: { list, words, ...known },
        update: known,
      })
    }
    await tx.unmatchedAnswer.updateMany({
      where: { id: { in: answers.map(({ id }) => id) } },
      data: { closedAt: now, closedBy: actor.personName, mappedTo: code === '' ? null : code },
    })
    const subject = { type: 'page', id: '/imports/unmatched', name: listTitle(list) } as const
    await writeAudit(
      tx,
      actor,
      { action: 'word.mapped', subject, detail: { list: listTitle(list), records: answers.length } },
      now,
    )
    return answers.length
  })
}

type Answer = { recordId: string; section: string; code: string; rowId: string | null; column: string | null }

/** Says what a word means before anything waits for it: known when a list is tried. */
export async function explainWord({ transact, actor, input, now }: Call<z.output<typeof MapWord>>) {
  const { list, words, code } = input
  if (!mayAnywhere(actor, 'record.import') || !entryIn(list, code)) throw new Refusal('notFound', {})
  const known = { code, byName: actor.personName, at: now }
  await transact(async (tx) => {
    await tx.learntWord.upsert({
      where: { list_words: { list, words } },
      create: { list, words, ...known },
      update: known,
    })
    const subject = { type: 'page', id: '/imports', name: listTitle(list) } as const
    await writeAudit(tx, actor, { action: 'word.mapped', subject, detail: { list: listTitle(list), records: 0 } }, now)
  })
  return 0
}

/** Into the draft, by the way every change goes; an answer given meanwhile stands. */
async function write(
  tx: Tx,
  actor: Actor,
  { recordId, section, code, rowId, column }: Answer,
  value: string,
  now: Date,
) {
  const record = await loadRecord(tx, actor, 'record.edit', recordId, { lock: true })
  if (!isSectionId(section) || record.person.id === actor.personId) return
  const before = record.draft[section] as AnswersOf
  const answers = { ...before, [code]: withValue(section, code, before[code], { rowId, column }, value) }
  const changes = diffSection(section, before, answers)
  if (changes.length > 0) await writeDraft(tx, actor, record, { section, answers, changes, now })
}

function withValue(
  section: SectionId,
  code: string,
  before: unknown,
  { rowId, column }: Pick<Answer, 'rowId' | 'column'>,
  value: string,
) {
  const field = fieldNamed(section, code)
  if (!field) return before
  if (!isTable(field)) return before ?? (field.kind === 'multiChoice' ? [value] : value)
  const rows = rowsOf(before).map(
    (row): Row => (row.id === rowId && column !== null ? { ...row, [column]: row[column] ?? value } : row),
  )
  return rows.length === 0 ? before : rows
}

const entryIn = (list: string, code: string) => {
  try {
    return codeLists(list).some((entry) => entry.code === code)
  } catch {
    return false
  }
}
