import 'server-only'
import { proofsByPlace, titleOf } from '@/lib/domain/evidence/paper'
import { type Actor, can } from '@/lib/domain/policy'
import { db } from '../db'
import type { ReadRecord } from '../records/load'
import { recordPapers } from './record-papers'

/** What pages of a record show beside its values, and what this actor may do about it. */
export async function recordProofs(actor: Actor, record: ReadRecord) {
  const { papers, standings, photo } = await recordPapers(db, record)
  const { person } = record
  const subject = { personId: person.id, unitPath: person.unitPath }
  const own = person.id === actor.personId
  const mayAdd = can(actor, 'evidence.add', subject)
  const mayRemove = ({ byUserId }: { byUserId: string }) => mayAdd && (!own || byUserId === actor.userId)
  return {
    ...proofsByPlace(papers, standings, mayRemove),
    papers: papers.map((paper) => ({ id: paper.id, title: titleOf(paper), pages: paper.pages })),
    photo,
    mayAdd,
    mayCheck: !own && can(actor, 'value.check', subject),
  }
}
