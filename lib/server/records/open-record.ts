import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { SectionId } from '@/lib/catalogue'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { SeenOn } from '@/lib/domain/view-words'
import { noteView, orNotFound } from '../access'
import { db } from '../db'
import { loadForSection } from './load'
import { readingDetail } from './note-read'
import { myRecordId, type RecordPage, recordPage } from './record-page'

/** For pages: the record, its opening noted when it is somebody else's. Out of reach is not found. */
export async function openRecord(actor: Actor, recordId: string, on: SeenOn): Promise<RecordPage> {
  const page = await orNotFound(actor, `/records/${recordId}`, async () => {
    if (!z.uuid().safeParse(recordId).success) throw new Refusal('notFound', {})
    return recordPage(actor, recordId).catch(askPurpose)
  })
  const { id, person } = page.record
  if (person.id !== actor.personId) {
    const subject = { type: 'record' as const, id, name: person.fullName }
    const detail = readingDetail(page.record, on)
    await noteView(actor, { action: 'record.viewed', subject, unitPath: person.unitPath, detail })
  }
  return page
}

/** For pages: one's own record. An account without one has no such page. */
export async function openMyRecord(actor: Actor): Promise<RecordPage> {
  const id = await myRecordId(actor)
  if (id === null) notFound()
  return recordPage(actor, id)
}

/**
 * For pages that edit a section. Who writes for a sub-system alone finds it as it is worked on, and the rest as it was
 * approved. Throws `notFound` when this actor may read the section at most.
 */
export async function requireMayEdit(actor: Actor, recordId: string, section: SectionId): Promise<RecordPage> {
  const page = await openRecord(actor, recordId, 'edit')
  if (!page.writes.includes(section)) throw new Refusal('notFound', {})
  if (page.mayEdit) return page
  const { record } = page
  const working = record.sight.document((await loadForSection(db, actor, { recordId, section })).draft)
  return { ...page, record: { ...record, draft: { ...record.draft, [section]: working[section] } } }
}

/** Where a reader off duty says what for; afterwards they come back here. */
export const purposeHref = (recordId: string, next: string) =>
  `/records/${recordId}/purpose?${new URLSearchParams({ next })}`

async function askPurpose(error: unknown): Promise<never> {
  if (!(error instanceof Refusal && error.code === 'purposeMissing')) throw error
  const { recordId } = error.details as { recordId: string }
  redirect(purposeHref(recordId, (await headers()).get('x-page') ?? `/records/${recordId}`))
}
