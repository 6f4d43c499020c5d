import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { KIND_WORDS } from '@/components/organisation/kind-words'
import { UndoPanel } from '@/components/organisation/undo-panel'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { isId } from '@/lib/domain/list-query'
import { Refusal } from '@/lib/domain/refusal'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { operationPage } from '@/lib/server/organisation/operation-history'
import { takeBackOperation } from '../../actions'

export const metadata: Metadata = { title: 'Việc sắp xếp' }

/** One operation on the tree: what it did, and how it can be taken back. */
export default async function OperationPage({ params }: { params: Promise<{ operationId: string }> }) {
  const { operationId } = await params
  const address = `/administration/units/operations/${operationId}`
  const actor = await requireDoor('tree.read', address)
  const done = await orNotFound(actor, address, () => {
    if (!isId(operationId)) throw new Refusal('notFound', {})
    return operationPage(actor, operationId)
  })
  return (
    <>
      <PageHead
        title={done.summary}
        here={KIND_WORDS[done.kind]}
        crumbs={[
          { label: 'Đơn vị', href: '/administration/units' },
          { label: 'Việc sắp xếp đã làm', href: '/administration/units/operations' },
        ]}
      />
      {done.undoneBy && (
        <Notice title={`Đã hoàn tác lúc ${done.undoneBy.at}.`}>
          <Link href={`/administration/units/operations/${done.undoneBy.id}`}>{done.undoneBy.name} hoàn tác.</Link>
        </Notice>
      )}
      <Panel title="Việc đã làm">
        <Facts
          of={[
            ['Có hiệu lực từ ngày', done.ahead ? `${done.day}, đến ngày đó tự có hiệu lực` : done.day],
            ['Quyết định, nghị quyết', done.basis],
            ['Người làm', `${done.byName}, ${done.at}`],
            ['Người chuyển đơn vị', String(done.moved)],
            ['Vai trò kết thúc', String(done.rolesEnded)],
          ]}
        />
      </Panel>
      <Panel title="Đơn vị liên quan" padded={false}>
        <ul className="plain-list">
          {done.units.map(({ id, name, isOpen }) => (
            <li key={id}>
              <Link href={`/administration/units/${id}`}>{name}</Link>
              {!isOpen && <span className="soft"> không hoạt động hôm nay</span>}
            </li>
          ))}
        </ul>
      </Panel>
      {done.mayUndo && (
        <UndoPanel
          operationId={done.id}
          referrers={done.referrers}
          hasReverse={done.hasReverse}
          undo={takeBackOperation}
        />
      )}
    </>
  )
}
