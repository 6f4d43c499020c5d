import type { Metadata } from 'next'
import Link from 'next/link'
import { CheckSheet } from '@/components/evidence/check-sheet'
import { PageHead } from '@/components/layout/page-head'
import { Empty } from '@/components/ui/empty'
import { proofCounts } from '@/lib/domain/evidence/proof-counts'
import { checkSheet } from '@/lib/server/evidence/check-sheet'
import { recordProofs } from '@/lib/server/evidence/record-proofs'
import { openRecord } from '@/lib/server/records/open-record'
import { requireActor } from '@/lib/server/session'
import { checkAgainstPapers } from '../../evidence/actions'

export const metadata: Metadata = { title: 'Minh chứng' }

type Address = { params: Promise<{ id: string }>; searchParams: Promise<{ all?: string }> }

/** Values beside the papers that prove them; officers say here which they have held against each other. */
export default async function EvidencePage({ params, searchParams }: Address) {
  const { id } = await params
  const actor = await requireActor()
  const page = await openRecord(actor, id, 'evidence')
  const { person } = page.record
  const own = page.editor === 'self'
  const beside = await recordProofs(actor, page.record)
  const lines = checkSheet(page.record, beside)
  const all = (await searchParams).all === '1'
  const shown = all ? lines : lines.filter(({ proofs, standing }) => proofs.length > 0 || standing !== null)
  return (
    <>
      <PageHead
        title="Minh chứng"
        crumbs={[
          own ? { label: 'Việc của tôi', href: '/my-record' } : { label: 'Hồ sơ', href: '/records' },
          { label: own ? 'Cả hồ sơ của tôi' : person.fullName, href: `/records/${id}` },
        ]}
        here="Minh chứng"
        lead={`${person.fullName}, ${person.unitName}. ${proofCounts(lines)}`}
      >
        <Link href={`/records/${id}/evidence${all ? '' : '?all=1'}`}>
          {all ? 'Chỉ giá trị có minh chứng' : `Cả ${lines.length} giá trị đã ghi`}
        </Link>
      </PageHead>
      {shown.length === 0 ? (
        <section className="panel">
          <Empty title="Chưa có minh chứng nào.">
            {own
              ? 'Mở một mục để sửa, bấm Thêm minh chứng cạnh giá trị.'
              : 'Minh chứng hiện ở đây khi người khai hoặc đơn vị thêm cạnh giá trị.'}
          </Empty>
        </section>
      ) : (
        <CheckSheet
          key={String(all)}
          recordId={id}
          lines={shown}
          check={beside.mayCheck && !page.official ? checkAgainstPapers : null}
        />
      )}
    </>
  )
}
