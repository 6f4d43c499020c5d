import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { SectionEditor } from '@/app/(portal)/my-record/section-editor'
import { CATALOGUE, isSectionId } from '@/lib/catalogue'
import { orNotFound } from '@/lib/server/access'
import { requireMayEdit } from '@/lib/server/records/open-record'
import { requireActor } from '@/lib/server/session'

/** Ten minutes, as KEPT_SECONDS says: with the line cut one can go back to a section and write on. */
export const unstable_dynamicStaleTime = 600

type Props = { params: Promise<{ id: string; section: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section } = await params
  return { title: isSectionId(section) ? CATALOGUE[section].title : 'Hồ sơ' }
}

/** What the unit owns, written by the records officer; one's own record is edited elsewhere. */
export default async function EditSectionPage({ params }: Props) {
  const { id, section } = await params
  if (!isSectionId(section)) notFound()
  const actor = await requireActor()
  const page = await orNotFound(actor, `/records/${id}/edit/${section}`, () => requireMayEdit(actor, id, section))
  if (page.editor === 'self') redirect(`/my-record/${section}`)
  return (
    <SectionEditor
      page={page}
      section={section}
      hrefOf={(other) => `/records/${id}/edit/${other}`}
      crumb={{ label: page.record.person.fullName, href: `/records/${id}` }}
      finish={{ href: `/records/${id}`, label: 'Lưu và xem cả hồ sơ' }}
      promise="Người có hồ sơ thấy mỗi chỗ Anh/Chị ghi trong lịch sử."
    />
  )
}
