import { dayBefore, type HeldRole, isInForce, type Posting } from '../organisation/organisation'
import type { RowChange } from '../organisation/row-change'
import { type FieldErrors, Refusal } from '../refusal'
import { MOVEMENTS, type MovementKind, standingAfter } from './movement-kinds'

/** One person's working life, as far as a movement must know. */
export type WorkingLife = {
  personId: string
  unitId: string
  status: string
  postings: readonly Posting[]
  /** Of the account, where there is one. */
  roles: readonly HeldRole[]
  /** Movements that stand, oldest first. */
  movements: readonly { kind: MovementKind; day: string }[]
}

export type PlannedMovement = {
  kind: MovementKind
  day: string
  decidedOn: string
  toUnitId: string | null
  destination: string | null
  reason: string | null
  status: string | null
  hasFile: boolean
}

/**
 * The rows a movement changes: postings that never overlap, and offices that end with the posting they went with.
 * Throws `movementRefused` with every reason, each at its field.
 */
export function planMovement(life: WorkingLife, wanted: PlannedMovement, today: string, newId: () => string) {
  const fields = faultsOf(life, wanted, today)
  const reasons = Object.values(fields)
  if (reasons.length > 0) throw new Refusal('movementRefused', { reasons }, fields)
  const rule = MOVEMENTS[wanted.kind]
  if (isOnPaper(life, wanted.kind)) return { changes: [], status: null }
  const leavesUnit = rule.to === 'gone' || (rule.toUnit && wanted.toUnitId !== null)
  const ended = leavesUnit ? life.postings.filter((posting) => isInForce(posting, wanted.day)) : []
  const changes: RowChange[] = [
    ...ended.map((posting) => ({
      table: 'posting' as const,
      before: posting,
      after: { ...posting, until: dayBefore(wanted.day) },
    })),
    ...(rule.toUnit && wanted.toUnitId !== null ? [arrival(life, wanted.toUnitId, wanted.day, newId)] : []),
    ...(leavesUnit ? rolesEnded(life, wanted.day) : []),
  ]
  const status = rule.statuses ? wanted.status : (rule.status ?? (rule.to === 'serving' ? backFromAway(life) : null))
  return { changes, status }
}

/** Somebody who was just put into the unit: the decision is written down, nothing moves. */
const isOnPaper = ({ movements, status }: WorkingLife, kind: MovementKind) =>
  movements.length === 0 && MOVEMENTS[kind].from.includes('gone') && standingAfter(null, status) !== 'gone'

function faultsOnPaper(life: WorkingLife, wanted: PlannedMovement, today: string): FieldErrors {
  const first = life.postings[0]?.from
  return {
    ...(first !== undefined &&
      first !== wanted.day && { day: `Người này vào đơn vị từ ngày ${say(first)}. Ghi đúng ngày đó.` }),
    ...(wanted.toUnitId !== life.unitId && { toUnitId: 'Chọn đơn vị người này đang làm việc.' }),
    ...commonFaults(wanted, today),
  }
}

function commonFaults(wanted: PlannedMovement, today: string): FieldErrors {
  const rule = MOVEMENTS[wanted.kind]
  return {
    ...(wanted.decidedOn > today && { decidedOn: 'Ngày ký quyết định ở sau hôm nay. Xem lại ngày.' }),
    ...(rule.toUnit && wanted.toUnitId === null && { toUnitId: 'Chọn đơn vị nhận.' }),
    ...(rule.destination && !wanted.destination && { destination: 'Ghi tên cơ quan, đơn vị nơi đến.' }),
    ...(rule.reason && !wanted.reason && { reason: 'Ghi lý do thôi việc.' }),
    ...(rule.statuses && !rule.statuses.includes(wanted.status ?? '') && { status: 'Chọn hình thức thôi việc.' }),
    ...(rule.file && !wanted.hasFile && { file: 'Chọn tệp PDF của quyết định: việc này phải kèm quyết định.' }),
  }
}

function faultsOf(life: WorkingLife, wanted: PlannedMovement, today: string): FieldErrors {
  const rule = MOVEMENTS[wanted.kind]
  const last = life.movements.at(-1)
  const standing = standingAfter(last?.kind ?? null, life.status)
  const later = life.postings.find(({ from }) => from >= wanted.day)
  if (isOnPaper(life, wanted.kind)) return faultsOnPaper(life, wanted, today)
  const faults: FieldErrors = commonFaults(wanted, today)
  if (!rule.from.includes(standing)) faults.kind = `${STANDING_WORDS[standing]} Chọn việc khác.`
  if (last && last.day >= wanted.day)
    faults.day = `Đã ghi “${MOVEMENTS[last.kind].label}” từ ngày ${say(last.day)}. Chọn ngày sau đó, hoặc hoàn tác việc ấy trước.`
  else if (later)
    faults.day = `Đã có nơi công tác ghi từ ngày ${say(later.from)}. Mỗi ngày chỉ có một nơi công tác chính.`
  if (wanted.kind === 'die' && wanted.day > today) faults.day ??= 'Ngày mất ở sau hôm nay. Xem lại ngày.'
  if (rule.toUnit && standing !== 'gone' && wanted.toUnitId === life.unitId)
    faults.toUnitId = 'Người này đang ở chính đơn vị đó. Chọn đơn vị khác.'
  return faults
}

const STANDING_WORDS = {
  serving: 'Người này đang làm việc tại đơn vị.',
  away: 'Người này đang biệt phái.',
  gone: 'Người này đã thôi làm việc ở tỉnh.',
} as const

function arrival(life: WorkingLife, unitId: string, day: string, newId: () => string): RowChange {
  return {
    table: 'posting',
    before: null,
    after: { id: newId(), personId: life.personId, unitId, from: day, until: null },
  }
}

/** Offices go with the posting; what everybody has for their own record stays as long as the account. */
const rolesEnded = (life: WorkingLife, day: string): RowChange[] =>
  life.roles
    .filter((role) => role.role !== 'person' && (role.until === null || role.until >= day))
    .map((role) => ({
      table: 'role',
      before: role,
      // An office that would have begun later ends before it begins: the row stays as history.
      after: { ...role, until: dayBefore(role.from > day ? role.from : day) },
    }))

/** Who is called back from a secondment into another unit works there. */
const backFromAway = ({ movements, status }: WorkingLife) =>
  standingAfter(movements.at(-1)?.kind ?? null, status) === 'away' ? 'DANG_LAM_VIEC' : null

/** Do two postings claim the same day? */
export const overlap = (one: Posting, other: Posting) =>
  (other.until === null || one.from <= other.until) && (one.until === null || other.from <= one.until)

const say = (day: string) => day.split('-').reverse().join('/')
