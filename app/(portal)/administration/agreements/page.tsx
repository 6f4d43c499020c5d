import type { Metadata } from 'next'
import { AgreementForm } from '@/components/agreements/agreement-form'
import { AgreementTable } from '@/components/agreements/agreement-table'
import { PageHead } from '@/components/layout/page-head'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { ListPager } from '@/components/people/list-pager'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { CATALOGUE, SECTION_IDS } from '@/lib/catalogue'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { agreementList } from '@/lib/server/people/agreements'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { give, revoke } from './actions'

export const metadata: Metadata = { title: 'Đồng ý cho xem' }

/** Wider access in writing: who may read what outside their own units, and until when. */
export default async function AgreementsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('agreement.give', '/administration/agreements')
  const page = pageIn(await searchParams)
  const [{ total, agreements }, units] = await Promise.all([
    agreementList(actor, rowsOf(page)),
    unitChoices(actor, 'agreement.give'),
  ])
  const rows = agreements.map((one) => ({
    id: one.id,
    holder: one.holder,
    holderUnit: one.holderUnit,
    unitName: one.unitName,
    sections: one.sections.map((section) => CATALOGUE[section].title).join(', '),
    documentNo: one.documentNo,
    purpose: one.purpose,
    from: sayDay(one.from),
    until: sayDay(one.until),
    over: overWords(one),
    inForce: one.inForce,
  }))
  return (
    <>
      <PageHead
        title="Quản trị"
        here="Đồng ý cho xem"
        lead="Cơ quan quản lý đồng ý bằng văn bản cho một tài khoản xem hồ sơ ngoài phạm vi của họ (Quy chế, Điều 13 khoản 3). Hết hạn thì tự ngừng."
      />
      <AdministrationTabs current="agreements" actor={actor} />
      <Panel title={`${total.toLocaleString('vi')} văn bản đồng ý`} padded={false}>
        {rows.length === 0 ? (
          <Empty title="Chưa có văn bản nào.">Ghi văn bản đầu tiên ở dưới.</Empty>
        ) : (
          <>
            <AgreementTable agreements={rows} revoke={revoke} />
            <ListPager
              path="/administration/agreements"
              filter={{}}
              page={page}
              shown={rows.length}
              total={total}
              noun="văn bản"
            />
          </>
        )}
      </Panel>
      <AgreementForm
        units={units}
        sections={SECTION_IDS.map((section) => ({ value: section, label: CATALOGUE[section].title }))}
        today={actor.today}
        give={give}
      />
    </>
  )
}

type Listed = Awaited<ReturnType<typeof agreementList>>['agreements'][number]

function overWords({ revokedAt, revokedBy, revokeReason, inForce }: Listed): string | null {
  if (revokedAt) return `${revokedBy} thu hồi ${sayInstant(revokedAt)}: ${revokeReason}`
  return inForce ? null : 'đã hết hạn'
}
