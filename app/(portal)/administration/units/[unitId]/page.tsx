import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { KIND_WORDS } from '@/components/organisation/kind-words'
import { PositionPanel } from '@/components/organisation/position-panel'
import { QuotaPanel } from '@/components/organisation/quota-panel'
import { ButtonLink } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayDay } from '@/lib/domain/calendar'
import { isId } from '@/lib/domain/list-query'
import type { OperationKind } from '@/lib/domain/organisation/operation'
import { can, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { mayHaveChildren, unitTypeLabel } from '@/lib/domain/unit-tree'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { positionChoices, positionsOn } from '@/lib/server/organisation/job-positions'
import { quotaPage } from '@/lib/server/organisation/quotas'
import { loadUnit, unitHolders, unitLinks, unitVersions } from '@/lib/server/units/unit-tree'
import { allotHeadcount, approvePosition } from '../actions'

export const metadata: Metadata = { title: 'Đơn vị' }

const ACTS = ['rename', 'move', 'merge', 'split', 'close'].map(
  (kind) => [kind, KIND_WORDS[kind as OperationKind]] as const,
)

type Address = { params: Promise<{ unitId: string }> }

/** One unit: what it is, who holds which role over it, and its past. */
export default async function UnitPage({ params }: Address) {
  const { unitId } = await params
  const address = `/administration/units/${unitId}`
  const actor = await requireDoor('tree.read', address)
  const unit = await orNotFound(actor, address, () => {
    if (!isId(unitId)) throw new Refusal('notFound', {})
    return loadUnit(actor, 'tree.read', unitId)
  })
  const [versions, holders, links, used, positions] = await Promise.all([
    unitVersions(unitId),
    unitHolders(unitId, actor.today),
    unitLinks(unitId),
    quotaPage(unitId, actor.today),
    positionsOn(unitId, actor.today),
  ])
  const manages = mayAnywhere(actor, 'unit.manage')
  const mayMakeUnits = manages && unit.isOpen && mayHaveChildren(unit.typeCode)
  const mayAddPeople = unit.isOpen && can(actor, 'person.create', { personId: null, unitPath: unit.path })
  const mayManageAccounts = can(actor, 'account.manage', { personId: null, unitPath: unit.path })
  const parentSeen = unit.parent !== null && can(actor, 'tree.read', { personId: null, unitPath: unit.parent.path })
  return (
    <>
      <PageHead title={unit.name} crumbs={[{ label: 'Đơn vị', href: '/administration/units' }]}>
        {mayMakeUnits && (
          <ButtonLink href={`/administration/units/new?parent=${unitId}`}>Lập đơn vị trực thuộc</ButtonLink>
        )}
        {can(actor, 'record.exportMany', { personId: null, unitPath: unit.path }) && (
          <ButtonLink icon="down" href={`/records/export?unit=${unitId}`}>
            Tải sơ yếu lý lịch
          </ButtonLink>
        )}
        {unit.isOpen && mayAnywhere(actor, 'account.grantUnitAdmin') && (
          <ButtonLink href={`/administration/people/new?unit=${unitId}&role=unitAdmin`}>
            Thêm quản trị đơn vị
          </ButtonLink>
        )}
        {mayAddPeople && mayManageAccounts && (
          <ButtonLink look="main" icon="plus" href={`/administration/people/new?unit=${unitId}`}>
            Thêm người
          </ButtonLink>
        )}
      </PageHead>
      {!unit.isOpen && (
        <Notice look="warn" title="Đơn vị này không hoạt động hôm nay.">
          Xem phần quá trình và đơn vị kế tục ở dưới.
        </Notice>
      )}
      <Panel
        title="Đơn vị"
        aside={mayManageAccounts && <Link href={`/administration?unit=${unitId}`}>Người và tài khoản</Link>}
      >
        <Facts
          of={[
            ['Loại', unitTypeLabel(unit.typeCode)],
            [
              'Đơn vị cấp trên',
              parentSeen ? (
                <Link key="parent" href={`/administration/units/${unit.parent?.id}`}>
                  {unit.parent?.name}
                </Link>
              ) : (
                (unit.parent?.name ?? 'không có')
              ),
            ],
            ['Mã trong tỉnh', unit.code],
            ['Mã định danh', unit.agencyCode ?? 'chưa có, chưa gửi Bộ được'],
            ['Mã định danh cũ', unit.legacyCode ?? 'chưa ghi'],
            ['Mã đơn vị của Bộ', unit.nationalCode ?? 'chưa ghi'],
          ]}
        />
      </Panel>
      {manages && unit.isOpen && (
        <Panel title="Sắp xếp đơn vị này" aside={<span className="meta">diễn tập trước, hoàn tác được</span>}>
          <p className="acts">
            {ACTS.map(([kind, words]) => (
              <ButtonLink
                key={kind}
                look="small"
                href={`/administration/units/operations/new?kind=${kind}&unit=${unitId}`}
              >
                {words}
              </ButtonLink>
            ))}
          </p>
        </Panel>
      )}
      <QuotaPanel
        unitId={unitId}
        year={Number(actor.today.slice(0, 4))}
        used={used}
        set={manages && unit.isOpen ? allotHeadcount : null}
      />
      <PositionPanel
        unitId={unitId}
        today={actor.today}
        positions={positions}
        choices={manages ? positionChoices() : []}
        set={manages && unit.isOpen ? approvePosition : null}
      />
      <Panel title="Ai giữ vai trò tại đơn vị">
        {holders.length === 0 ? (
          <p>{unit.isOpen ? 'Chưa ai giữ vai trò nào. Thêm quản trị đơn vị trước.' : 'Không còn vai trò nào.'}</p>
        ) : (
          <ul>
            {holders.map(({ id, role, personId, name }) => (
              <li key={id}>
                {ROLE_WORDS[role]}:{' '}
                {mayManageAccounts ? <Link href={`/administration/people/${personId}`}>{name}</Link> : name}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Quá trình">
        <ol className="line-list">
          {versions.map(({ id, name, validFrom, validUntil, basis }) => (
            <li key={id}>
              <time dateTime={validFrom}>
                {sayDay(validFrom)}
                {validUntil && ` – ${sayDay(validUntil)}`}
              </time>
              {name}
              {basis && `, ${basis}`}
            </li>
          ))}
          {links.map(({ id, day, isPredecessor, other }) => (
            <li key={id}>
              <time dateTime={day}>{sayDay(day)}</time>
              {isPredecessor ? 'Kế tục ' : 'Chuyển giao cho '}
              <Link href={`/administration/units/${other.id}`}>{other.name}</Link>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  )
}
