import { type Actor, type Grant, HOLDERS, type Holder, inForce, mayAnywhere, type Permission } from './policy'

type Entry = {
  href: string
  label: string
  icon: 'list' | 'users' | 'seal' | 'sync' | 'gear' | 'key' | 'clock' | 'chart' | 'house'
  needs: Permission
  /** Whoever may do this gets there through another door. */
  unless?: Permission
}

/** Doors in the order of the rail. Of two with the same address the first that opens is shown. */
const ENTRIES: readonly Entry[] = [
  { href: '/overview', label: 'Tổng quan', icon: 'chart', needs: 'overview.read' },
  { href: '/my-record', label: 'Việc của tôi', icon: 'list', needs: 'record.submit' },
  { href: '/records/review', label: 'Hàng chờ', icon: 'list', needs: 'record.review' },
  { href: '/approvals', label: 'Ký duyệt', icon: 'seal', needs: 'batch.sign' },
  { href: '/exports', label: 'Cấp văn bản', icon: 'seal', needs: 'batch.sign', unless: 'record.review' },
  { href: '/exports', label: 'Đóng dấu', icon: 'seal', needs: 'export.seal' },
  { href: '/records', label: 'Hồ sơ', icon: 'users', needs: 'unit.read' },
  { href: '/quality', label: 'Chất lượng', icon: 'chart', needs: 'quality.read', unless: 'overview.read' },
  { href: '/approvals', label: 'Đợt ký', icon: 'seal', needs: 'batch.read' },
  { href: '/pushes', label: 'Đồng bộ', icon: 'sync', needs: 'push.read' },
  { href: '/administration', label: 'Quản trị', icon: 'gear', needs: 'unit.manage' },
  { href: '/administration', label: 'Tài khoản', icon: 'key', needs: 'account.manage' },
  { href: '/administration/units', label: 'Đơn vị', icon: 'house', needs: 'tree.read', unless: 'account.manage' },
  {
    href: '/administration/approvers',
    label: 'Người duyệt',
    icon: 'seal',
    needs: 'approver.manage',
    unless: 'account.manage',
  },
  { href: '/audit', label: 'Nhật ký', icon: 'clock', needs: 'audit.read' },
]

/** What the rail shows: doors that open, asked of the same table that opens them. */
export function menuFor(actor: Actor) {
  const open = ENTRIES.filter(
    ({ needs, unless }) => mayAnywhere(actor, needs) && !(unless && mayAnywhere(actor, unless)),
  )
  return open.filter(({ href }, at) => open.findIndex((entry) => entry.href === href) === at)
}

/** The keeper of the seal works beside whatever else somebody does: no role to choose, and never left aside. */
const BESIDE: readonly Holder[] = ['sealKeeper']

/**
 * Roles to choose from, the office before the person; the first is taken until another is chosen. A role that opens no
 * door of its own is none to choose.
 */
export function rolesOf(actor: Actor): Grant[] {
  const rank = ({ role }: Grant) => (role === 'person' ? HOLDERS.length : HOLDERS.indexOf(role))
  const opens = (grant: Grant) => !BESIDE.includes(grant.role) && menuFor({ ...actor, grants: [grant] }).length > 0
  return actor.grants.filter((grant) => inForce(grant, actor.today) && opens(grant)).sort((a, b) => rank(a) - rank(b))
}

/**
 * The actor with no more than the role chosen to act in; the personal role stays, since one's own record is always one's
 * own. A role that is in force no more is no choice: then all of them are.
 */
export function actingIn(actor: Actor, chosen: string | null): Actor {
  if (!rolesOf(actor).some((one) => roleKey(one) === chosen)) return actor
  return { ...actor, grants: actor.grants.filter((one) => isKept(one, chosen)) }
}

const isKept = (one: Grant, chosen: string | null) =>
  one.role === 'person' || BESIDE.includes(one.role) || roleKey(one) === chosen

/** Where work begins: the first door of the first office. */
export function homeOf(actor: Actor): string {
  const [first] = rolesOf(actor)
  return menuFor({ ...actor, grants: first ? [first] : [] })[0]?.href ?? '/help'
}

export const roleKey = ({ role, unitId }: Grant) => `${role}@${unitId}`

/** In place of a role: every role at once. */
export const ALL_ROLES = 'all'
