import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { RestoreForm } from '@/components/records/restore-form'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { CATALOGUE, isSectionId } from '@/lib/catalogue'
import { type Query, wordIn } from '@/lib/domain/list-query'
import { orNotFound } from '@/lib/server/access'
import { requireMayEdit } from '@/lib/server/records/open-record'
import { restorePage } from '@/lib/server/records/restore-values'
import { requireActor } from '@/lib/server/session'
import { restore } from './actions'

export const metadata: Metadata = { title: 'Lấy lại giá trị cũ' }

type Asked = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** The page that asks once more before past values come into the working copy. */
export default async function RestorePage({ params, searchParams }: Asked) {
  const { id } = await params
  const query = await searchParams
  const section = wordIn(query, 'section')
  const version = Number(wordIn(query, 'version'))
  if (!isSectionId(section) || !Number.isInteger(version) || version < 1 || version > 1_000_000) notFound()
  const from = { version, before: wordIn(query, 'before') === '1' }
  const actor = await requireActor()
  const { page, changes, sectionVersion } = await orNotFound(actor, `/records/${id}/restore`, async () => ({
    page: await requireMayEdit(actor, id, section),
    ...(await restorePage(actor, id, section, from)),
  }))
  const own = page.editor === 'self'
  const editHref = own ? `/my-record/${section}` : `/records/${id}/edit/${section}`
  const when = from.before ? `trước bản ${version}` : `ở bản ${version}`
  return (
    <>
      <PageHead
        title="Lấy lại giá trị cũ"
        crumbs={[
          { label: page.record.person.fullName, href: `/records/${id}` },
          { label: 'Lịch sử', href: `/records/${id}/history` },
        ]}
        lead={`${CATALOGUE[section].title}, như ${when}. Chỉ hiện trường Anh/Chị được sửa và đang khác bản nháp.`}
      />
      {changes.length === 0 ? (
        <section className="panel">
          <Empty
            title={`Bản nháp đang giống như ${when}.`}
            act={
              <ButtonLink look="small" href={`/records/${id}/history`}>
                Về lịch sử
              </ButtonLink>
            }
          >
            Không có gì để lấy lại trong mục này.
          </Empty>
        </section>
      ) : (
        <RestoreForm
          call={{ recordId: id, section, from, sectionVersion }}
          changes={changes}
          chosen={wordIn(query, 'place')}
          editHref={editHref}
          restore={restore}
        />
      )}
    </>
  )
}
