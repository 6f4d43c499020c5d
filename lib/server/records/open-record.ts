import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { noteView, orNotFound } from '../access'
import { myRecordId, type RecordPage, recordPage } from './record-page'

/** For pages: the record, its opening noted when it is somebody else's. Out of reach is not found. */
export async function openRecord(actor: Actor, recordId: string): Promise<RecordPage> {
  const page = await orNotFound(actor, `/records/${recordId}`, async () => {
    if (!z.uuid().safeParse(recordId).success) throw new Refusal('notFound', {})
    return recordPage(actor, recordId)
  })
  const { id, person } = page.record
  if (person.id !== actor.personId) {
    const subject = { type: 'record' as const, id, name: person.fullName }
    await noteView(actor, { action: 'record.viewed', subject, unitPath: person.unitPath })
  }
  return page
}

/** For pages: one's own record. An account without one has no such page. */
export async function openMyRecord(actor: Actor): Promise<RecordPage> {
  const id = await myRecordId(actor)
  if (id === null) notFound()
  return recordPage(actor, id)
}

/** For pages that edit. Throws `notFound` when this actor may read the record at most. */
export async function requireMayEdit(actor: Actor, recordId: string): Promise<RecordPage> {
  const page = await openRecord(actor, recordId)
  if (!page.mayEdit) throw new Refusal('notFound', {})
  return page
}
