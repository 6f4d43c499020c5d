import type { Metadata } from 'next'
import Link from 'next/link'
import { UploadForm } from '@/components/imports/upload-form'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { IMPORT_STATE_WORDS } from '@/lib/domain/excel/import-words'
import { idIn, pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { ownImports } from '@/lib/server/imports/import-page'
import { unitChoices } from '@/lib/server/units/unit-tree'

export const metadata: Metadata = { title: 'Nhập danh sách' }

export default async function ImportsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('record.import', '/imports')
  const query = await searchParams
  const page = pageIn(query)
  const [units, { total, rows }] = await Promise.all([
    unitChoices(actor, 'record.import'),
    ownImports(actor, rowsOf(page)),
  ])
  const asked = idIn(query, 'unit')
  return (
    <>
      <PageHead
        title="Nhập danh sách"
        crumbs={[{ label: 'Hồ sơ', href: '/records' }]}
        lead="Từ Excel hoặc CSV: người mới, và đề nghị sửa hồ sơ đang có."
      >
        <a className="button button--small" href="/api/records-template" download>
          Tệp mẫu
        </a>
        <ButtonLink look="small" href="/imports/unmatched">
          Chờ ánh xạ
        </ButtonLink>
        <ButtonLink look="small" href="/imports/closed-codes">
          Giá trị đã đóng
        </ButtonLink>
      </PageHead>
      <UploadForm units={units} unitId={units.find(({ id }) => id === asked)?.id ?? units[0]?.id ?? null} />
      <Panel title="Danh sách đã đưa lên" padded={false}>
        {rows.length === 0 ? (
          <Empty title="Chưa có danh sách nào.">Danh sách đã đưa lên hiện ở đây để làm tiếp.</Empty>
        ) : (
          <ul className="plain-list">
            {rows.map(({ id, fileName, state, createdAt }) => (
              <li key={id}>
                <Link href={`/imports/${id}`} prefetch={false}>
                  {fileName}
                </Link>{' '}
                <span className="meta">
                  {IMPORT_STATE_WORDS[state] ?? state}, {sayInstant(createdAt)}
                </span>
              </li>
            ))}
          </ul>
        )}
        <ListPager path="/imports" filter={{}} page={page} shown={rows.length} total={total} noun="danh sách" />
      </Panel>
    </>
  )
}
