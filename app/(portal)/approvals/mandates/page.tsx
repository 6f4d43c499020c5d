import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { MandateForm } from '@/components/mandates/mandate-form'
import { MandateTable } from '@/components/mandates/mandate-table'
import { ListPager } from '@/components/people/list-pager'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { MANDATE_WORDS } from '@/lib/domain/mandates/mandate'
import { requireDoor } from '@/lib/server/access'
import { mandateList } from '@/lib/server/mandates/mandates'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { give, revoke } from './actions'

export const metadata: Metadata = { title: 'Giao ký' }

type Listed = Awaited<ReturnType<typeof mandateList>>['mandates'][number]

/** Who signs in the place of which head, by which document, from when to when. */
export default async function MandatesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('mandate.give', '/approvals/mandates')
  const page = pageIn(await searchParams)
  const [{ total, mandates }, units] = await Promise.all([
    mandateList(actor, rowsOf(page)),
    unitChoices(actor, 'mandate.give'),
  ])
  const rows = mandates.map((one) => ({
    ...{ id: one.id, mandatary: one.mandatary, head: one.head, unitName: one.unitName, documentNo: one.documentNo },
    kind: MANDATE_WORDS[one.kind],
    span: `${sayDay(one.from)} – ${one.until === null ? 'khi thu hồi' : sayDay(one.until)}`,
    scope: scopeWords(one),
    over: overWords(one),
  }))
  return (
    <>
      <PageHead
        title="Giao ký"
        crumbs={[{ label: 'Ký duyệt', href: '/approvals' }]}
        lead="Cấp phó ký thay, thừa ủy quyền, thừa lệnh (NĐ 30/2020/NĐ-CP, Điều 13). Tự có hiệu lực và tự hết theo ngày ghi ở đây."
      />
      <Panel title={`${total.toLocaleString('vi')} văn bản giao ký`} padded={false}>
        {rows.length === 0 ? (
          <Empty title="Chưa giao ký cho ai.">Ghi văn bản đầu tiên ở dưới.</Empty>
        ) : (
          <>
            <MandateTable mandates={rows} revoke={revoke} />
            <ListPager
              path="/approvals/mandates"
              filter={{}}
              page={page}
              shown={rows.length}
              total={total}
              noun="văn bản"
            />
          </>
        )}
      </Panel>
      <MandateForm units={units} today={actor.today} give={give} />
    </>
  )
}

const scopeWords = ({ monthly, adHoc }: Listed) =>
  [monthly && 'đợt hằng tháng', adHoc && 'đợt ngoài kỳ'].filter(Boolean).join(', ')

function overWords({ revokedAt, revokedBy, revokeReason, over }: Listed): string | null {
  if (revokedAt) return `${revokedBy} thu hồi ${sayInstant(revokedAt)}: ${revokeReason}`
  return over ? 'đã hết hạn' : null
}
