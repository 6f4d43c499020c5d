import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/layout/page-head'
import { KIND_WORDS } from '@/components/organisation/kind-words'
import { OperationForm } from '@/components/organisation/operation-form'
import { sayDay } from '@/lib/domain/calendar'
import { idIn, type Query, wordIn } from '@/lib/domain/list-query'
import { isOperationKind, type Operation } from '@/lib/domain/organisation/operation'
import type { Actor } from '@/lib/domain/policy'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { reverseOperation } from '@/lib/server/organisation/operation-history'
import { operationStart } from '@/lib/server/organisation/operation-start'
import { unitSplit } from '@/lib/server/organisation/unit-split'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { carryOutOperation, tryOperation } from '../../actions'

export const metadata: Metadata = { title: 'Sắp xếp tổ chức' }

const HERE = '/administration/units/operations/new'

/** An operation of one kind, on one unit or several; or the one that leads back from another (`?reverse=`). */
export default async function NewOperationPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('unit.manage', HERE)
  const query = await searchParams
  const start = await orNotFound(actor, HERE, () => startOf(actor, query))
  if (start === null) notFound()
  const units = await unitChoices(actor, 'unit.manage')
  const unitId = 'unitId' in start ? start.unitId : null
  const unit = units.find(({ id }) => id === unitId)
  const splits = start.kind === 'split' && unitId ? await unitSplit(unitId, actor.today) : { people: [], units: [] }
  return (
    <>
      <PageHead
        title={unit ? `${KIND_WORDS[start.kind]}: ${unit.name}` : KIND_WORDS[start.kind]}
        here={KIND_WORDS[start.kind]}
        crumbs={[
          { label: 'Đơn vị', href: '/administration/units' },
          ...(unit ? [{ label: unit.name, href: `/administration/units/${unit.id}` }] : []),
        ]}
        lead={
          idIn(query, 'reverse') !== null && (
            <>
              Việc ngược lại, tính từ {sayDay(start.day)}. Xem lại từng ô rồi diễn tập.{' '}
              <Link href={`/administration/units/operations/${idIn(query, 'reverse')}`}>Việc đã làm</Link>
            </>
          )
        }
      />
      <OperationForm
        start={start}
        units={units}
        today={actor.today}
        splits={splits}
        rehearse={tryOperation}
        run={carryOutOperation}
      />
    </>
  )
}

async function startOf(actor: Actor, query: Query): Promise<Operation | null> {
  const reverse = idIn(query, 'reverse')
  if (reverse !== null) return reverseOperation(actor, reverse)
  const [kind, unitId] = [wordIn(query, 'kind'), idIn(query, 'unit')]
  if (!isOperationKind(kind)) return null
  const needsUnit = kind !== 'create' && kind !== 'merge'
  return needsUnit && unitId === null ? null : operationStart(actor, kind, unitId)
}
