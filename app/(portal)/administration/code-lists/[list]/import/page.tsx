import type { Metadata } from 'next'
import { ImportListForm } from '@/components/code-lists/import-list-form'
import { PageHead } from '@/components/layout/page-head'
import { Notice } from '@/components/ui/notice'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { valuePage } from '@/lib/server/code-lists/list-pages'
import { bring } from '../../actions'

export const metadata: Metadata = { title: 'Nhận danh mục từ tệp' }

/** A ministry's list: shown beside ours first, then taken whole. */
export default async function ImportCodeListPage({ params }: { params: Promise<{ list: string }> }) {
  const { list } = await params
  const path = `/administration/code-lists/${list}/import`
  const actor = await requireDoor('codeList.manage', path)
  const { title, fixed } = await orNotFound(actor, path, () => valuePage(actor, list, ''))
  return (
    <>
      <PageHead
        title="Nhận danh mục từ tệp"
        crumbs={[
          { label: 'Danh mục', href: '/administration/code-lists' },
          { label: title, href: `/administration/code-lists/${list}` },
        ]}
      />
      {fixed === null ? (
        <ImportListForm list={list} today={actor.today} bring={bring} />
      ) : (
        <Notice title="Danh mục này chỉ để xem.">{fixed}</Notice>
      )}
    </>
  )
}
