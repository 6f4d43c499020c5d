import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SectionEditor } from '@/app/(portal)/my-record/section-editor'
import { CATALOGUE, isSectionId } from '@/lib/catalogue'
import { openMyRecord } from '@/lib/server/records/open-record'
import { requireActor } from '@/lib/server/session'

/** Ten minutes, as KEPT_SECONDS says: with the line cut one can go back to a section and write on. */
export const unstable_dynamicStaleTime = 600

type Props = { params: Promise<{ section: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section } = await params
  return { title: isSectionId(section) ? CATALOGUE[section].title : 'Hồ sơ của tôi' }
}

export default async function MySectionPage({ params }: Props) {
  const { section } = await params
  if (!isSectionId(section)) notFound()
  const page = await openMyRecord(await requireActor())
  return (
    <SectionEditor
      page={page}
      section={section}
      hrefOf={(other) => `/my-record/${other}`}
      crumb={{ label: 'Việc của tôi', href: '/my-record' }}
      finish={{ href: '/my-record/review', label: 'Kiểm tra và gửi' }}
      promise="Gửi rồi vẫn rút lại được khi chưa ai kiểm."
    />
  )
}
