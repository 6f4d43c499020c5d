import 'server-only'
import type { SectionId } from '@/lib/catalogue'
import { waitingFindings } from '@/lib/domain/excel/waiting-words'
import type { Actor } from '@/lib/domain/policy'
import { type Advice, adviceFor } from '@/lib/domain/rules/advice'
import { judgeRecord } from '@/lib/domain/rules/judge-record'
import type { Finding } from '@/lib/domain/rules/rule'
import { type HeldNumber, numberFindings, numbersOf } from '@/lib/domain/unique-numbers'
import { codeLists } from '../code-lists/code-lists'
import { db, type Tx } from '../db'
import { waitingWordsOf } from '../imports/waiting-words'
import { heldNumbers } from './held-numbers'
import type { LoadedRecord } from './load'
import { nationalFindings } from './national-findings'
import { refusalFindings } from './refusal-findings'

type Judged = Pick<LoadedRecord, 'id' | 'person' | 'draft'>

/** What the rules find against the draft today, and which of the warnings were stood by before. */
export async function recordFindings(actor: Actor, { record }: { record: Judged }) {
  return { findings: await findingsOf(db, actor, record), confirmed: await confirmedBefore(db, record.id) }
}

/**
 * Everything that keeps this draft from being sent or must be stood by. That a number of the unit's also stands in another
 * working copy is not the person's to confirm.
 */
export async function findingsOf(tx: Tx, actor: Actor, record: Judged): Promise<Finding[]> {
  const held = await heldNumbers(tx, record, numbersOf(record.draft))
  const theirs = ({ by, whoMayEdit }: HeldNumber) => by === 'settled' || whoMayEdit !== 'unit'
  return [
    ...judgeRecord({ data: record.draft, today: actor.today, lists: codeLists }),
    ...nationalFindings(record.draft, actor.today),
    ...numberFindings(held.filter(theirs)),
  ]
}

/** What is said at the fields of one section, as it stands now. */
export async function sectionAdvice(record: Judged, section: SectionId, today: string): Promise<Advice[]> {
  const numbers = numbersOf(record.draft).filter((number) => number.section === section)
  const [held, refused, words] = await Promise.all([
    heldNumbers(db, record, numbers),
    refusalFindings(record),
    waitingWordsOf(record.id),
  ])
  return adviceFor(section, { data: record.draft, today, lists: codeLists }, [
    ...refused,
    ...nationalFindings(record.draft, today),
    ...numberFindings(held),
    ...waitingFindings(record.draft, section, words),
  ])
}

/** What the person stood by last time need not be asked again. */
export async function confirmedBefore(tx: Tx, recordId: string): Promise<string[]> {
  const newest = await tx.revision.findFirst({
    where: { recordId },
    orderBy: { version: 'desc' },
    select: { confirmed: true },
  })
  return newest?.confirmed ?? []
}
