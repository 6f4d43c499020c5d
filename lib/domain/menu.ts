import { type Actor, type Grant, HOLDERS, inForce, mayAnywhere, type Permission } from './policy'

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
  { href: '/records', label: 'Hồ sơ', icon: 'users', needs: 'unit.read' },
  { href: '/quality', label: 'Chất lượng', icon: 'chart', needs: 'quality.read', unless: 'overview.read' },
  { href: '/approvals', label: 'Đợt ký', icon: 'seal', needs: 'batch.read' },
  { href: '/pushes', label: 'Đồng bộ', icon: 'sync', needs: 'push.read' },
  { href: '/administration', label: 'Quản trị', icon: 'gear', needs: 'unit.manage' },
  { href: '/administration', label: 'Tài khoản', icon: 'key', needs: 'account.manage' },
  { href: '/administration/units', label: 'Đơn vị', icon: 'house', needs: 'tree.read', unless: 'account.manage' },
  { href: '/audit', label: 'Nhật ký', icon: 'clock', needs: 'audit.read' },
]

/** What the rail shows: doors that open, asked of the same table that opens them. */
export function menuFor(actor: Actor) {
  const open = ENTRIES.filter(
    ({ needs, unless }) => mayAnywhere(actor, needs) && !(unless && mayAnywhere(actor, unless)),
  )
  return open.filter(({ href }, at) => open.findIndex((entry) => entry.href === href) === at)
}

/** Roles to choose from, the office before the person; the first is taken until another is chosen. */
export function rolesOf(actor: Actor): Grant[] {
  const rank = ({ role }: Grant) => (role === 'person' ? HOLDERS.length : HOLDERS.indexOf(role))
  return actor.grants.filter((grant) => inForce(grant, actor.today)).sort((a, b) => rank(a) - rank(b))
}

/** The actor as the chosen role: for the menu and the home page only. Permissions stay those of all grants. */
export function inRole(actor: Actor, chosen: string | undefined): { grant: Grant | null; actor: Actor } {
  const roles = rolesOf(actor)
  const grant = roles.find((one) => roleKey(one) === chosen) ?? roles[0] ?? null
  return { grant, actor: { ...actor, grants: grant ? [grant] : [] } }
}

export const roleKey = ({ role, unitId }: Grant) => `${role}@${unitId}`
