import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { MovementForm } from '@/components/movements/movement-form'
import { MovementTable } from '@/components/movements/movement-table'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { isId } from '@/lib/domain/list-query'
import { MESSAGES } from '@/lib/domain/messages'
import { REASONS } from '@/lib/domain/push'
import { Refusal } from '@/lib/domain/refusal'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { personMovements, receivingUnits } from '@/lib/server/movements/person-movements'
import { writeMovement } from '../../actions'

export const metadata: Metadata = { title: 'Biến động của một người' }

/** What happened to one person, and the next thing to write down. */
export default async function PersonMovementsPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const address = `/movements/people/${personId}`
  const actor = await requireDoor('movement.read', address)
  const page = await orNotFound(actor, address, () => {
    if (!isId(personId)) throw new Refusal('notFound', {})
    return personMovements(actor, personId)
  })
  const { person, movements, status } = page
  const units = page.mayRecord ? await receivingUnits() : []
  return (
    <>
      <PageHead
        title={`Biến động của ${person.fullName}`}
        crumbs={[{ label: 'Biến động', href: '/movements' }]}
        here={person.fullName}
        lead={`${person.unit.name}. ${status}`}
      >
        {person.record && (
          <ButtonLink look="small" href={`/records/${person.record.id}`}>
            Mở hồ sơ
          </ButtonLink>
        )}
      </PageHead>
      {!page.isSent && <Notice title="Không gửi lên cơ sở dữ liệu quốc gia.">{REASONS.categoryNotSent}</Notice>}
      {page.own && <Notice title={MESSAGES.ownRecord({})} />}
      <Panel title="Đã ghi" padded={false}>
        {movements.length === 0 ? (
          <Empty title="Chưa ghi biến động nào.">Quyết định đầu tiên ghi ở dưới.</Empty>
        ) : (
          <MovementTable movements={movements} label={`Biến động của ${person.fullName}`} />
        )}
      </Panel>
      {page.mayRecord && (
        <MovementForm
          personId={person.id}
          kinds={page.kinds}
          units={units}
          statuses={codeLists('trang-thai-cong-tac').map(({ code, label }) => ({ value: code, label }))}
          underWay={page.underWay}
          write={writeMovement}
        />
      )}
    </>
  )
}
