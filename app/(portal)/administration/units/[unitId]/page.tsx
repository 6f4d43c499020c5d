import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { ButtonLink } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { sayDay } from '@/lib/domain/calendar'
import { isId } from '@/lib/domain/list-query'
import { can, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { mayHaveChildren, unitTypeLabel } from '@/lib/domain/unit-tree'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { loadUnit, unitHolders, unitVersions } from '@/lib/server/units/unit-tree'

export const metadata: Metadata = { title: 'Đơn vị' }

type Address = { params: Promise<{ unitId: string }> }

/** One unit: what it is, who holds which role over it, and its past. */
export default async function UnitPage({ params }: Address) {
  const { unitId } = await params
  const address = `/administration/units/${unitId}`
  const actor = await requireDoor('account.manage', address)
  const unit = await orNotFound(actor, address, () => {
    if (!isId(unitId)) throw new Refusal('notFound', {})
    return loadUnit(actor, 'account.manage', unitId)
  })
  const [versions, holders] = await Promise.all([unitVersions(unitId), unitHolders(unitId, actor.today)])
  const mayMakeUnits = mayAnywhere(actor, 'unit.manage') && mayHaveChildren(unit.typeCode)
  const parentSeen =
    unit.parent !== null && can(actor, 'account.manage', { personId: null, unitPath: unit.parent.path })
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
        {mayAnywhere(actor, 'account.grantUnitAdmin') && (
          <ButtonLink href={`/administration/people/new?unit=${unitId}&role=unitAdmin`}>
            Thêm quản trị đơn vị
          </ButtonLink>
        )}
        <ButtonLink look="main" icon="plus" href={`/administration/people/new?unit=${unitId}`}>
          Thêm người
        </ButtonLink>
      </PageHead>
      <Panel title="Đơn vị" aside={<Link href={`/administration?unit=${unitId}`}>Người và tài khoản</Link>}>
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
          ]}
        />
      </Panel>
      <Panel title="Ai giữ vai trò tại đơn vị">
        {holders.length === 0 ? (
          <p>Chưa ai giữ vai trò nào. Thêm quản trị đơn vị trước.</p>
        ) : (
          <ul>
            {holders.map(({ id, role, personId, name }) => (
              <li key={id}>
                {ROLE_WORDS[role]}: <Link href={`/administration/people/${personId}`}>{name}</Link>
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
        </ol>
      </Panel>
    </>
  )
}
