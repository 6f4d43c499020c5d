import type { FieldError } from './national-errors'

/** Why nothing certain was heard. After `network` and `busy` the message surely had no effect; after the others it may have had. */
export type Cause = 'network' | 'busy' | 'timeout' | 'reset' | 'serverError' | 'notJson' | 'crashed'

/** What became of one message, whatever the counterpart's way of saying it. */
export type Outcome =
  | { kind: 'accepted'; remoteId: string | null }
  | { kind: 'refused'; errors: FieldError[] }
  | { kind: 'retry'; cause: Cause; afterMs?: number }
  | { kind: 'unknown'; cause: Cause }
  /** The channel itself does not work: nothing more is sent until somebody, or time, mends it. */
  | { kind: 'blocked'; cause: 'auth' | 'config' | 'contract' }

export type WireAction = 'ADD' | 'EDIT'
/** An answer about whether the counterpart holds the file at all. */
export type Reply = Outcome | { kind: 'exists' } | { kind: 'absent' }

/**
 * ADD only where the counterpart cannot have heard of the person. Otherwise EDIT, which carries the full state
 * and may therefore be repeated.
 */
export function firstAction(earlier: { everAccepted: boolean; uncertain: boolean }): WireAction {
  return earlier.everAccepted || earlier.uncertain ? 'EDIT' : 'ADD'
}

/** The other action, once, when the counterpart holds the file although we thought not, or the reverse. */
export function actionAfter(reply: Reply, tried: readonly WireAction[]): WireAction | null {
  const next = reply.kind === 'exists' ? 'EDIT' : reply.kind === 'absent' ? 'ADD' : null
  return next && !tried.includes(next) ? next : null
}

/** "It exists" and "it does not exist", one after the other, is no answer: a person must look. */
export function settle(reply: Reply): Outcome {
  return reply.kind === 'exists' || reply.kind === 'absent' ? { kind: 'blocked', cause: 'contract' } : reply
}

/** How many tries a cause is worth before a person is asked. */
const TRIES: Record<Cause, number> = {
  network: 12,
  busy: 12,
  timeout: 12,
  reset: 12,
  crashed: 12,
  serverError: 5,
  // A page where an answer belongs does not go away by asking again.
  notJson: 3,
}

/** Nobody is there: that is said of the channel, not of the message. */
const OUTAGES: readonly Cause[] = ['network', 'busy', 'timeout', 'reset']
/** Some minutes, so that the next probe is another message: it may be this one that the other side cannot bear. */
const PROBES_WAIT_AS = 8

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 15 * 60_000

/** Exponential with full jitter; `random` in [0, 1). `tries` counts those made, from 1. */
export function waitBefore(tries: number, random: number, atLeastMs = 0): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1))
  return Math.max(Math.round(random * ceiling), atLeastMs)
}

export type DeliveryState =
  | 'waiting'
  | 'sending'
  | 'accepted'
  | 'refused'
  | 'parked'
  | 'superseded'
  | 'excluded'
  | 'held'

/** `waitMs` null: nothing more happens by itself. `uncertain`: the message may have had its effect. */
export type Verdict = { state: DeliveryState; waitMs: number | null; tries: number; uncertain: boolean }

/**
 * What an outcome means for the delivery: `tries` were made before, `random` in [0, 1). A message that only probed whether
 * an outage is over is not the worse for it: outages end by themselves, however long.
 */
export function verdictOn(
  outcome: Outcome,
  delivery: { tries: number; uncertain: boolean },
  random: number,
  isProbe = false,
): Verdict {
  const tries = delivery.tries + 1
  switch (outcome.kind) {
    case 'accepted':
    case 'refused':
      return { state: outcome.kind, waitMs: null, tries, uncertain: false }
    case 'blocked':
      if (outcome.cause === 'contract') return { state: 'parked', waitMs: null, tries, uncertain: delivery.uncertain }
      // The channel's fault, not the message's: it costs no try, and the circuit keeps it from being asked again at once.
      return { state: 'waiting', waitMs: 0, tries: delivery.tries, uncertain: delivery.uncertain }
    case 'retry':
    case 'unknown': {
      const uncertain = delivery.uncertain || outcome.kind === 'unknown'
      const atLeastMs = outcome.kind === 'retry' ? outcome.afterMs : undefined
      if (isProbe && OUTAGES.includes(outcome.cause))
        return {
          state: 'waiting',
          waitMs: waitBefore(PROBES_WAIT_AS, random, atLeastMs),
          tries: delivery.tries,
          uncertain,
        }
      if (tries >= TRIES[outcome.cause]) return { state: 'parked', waitMs: null, tries, uncertain }
      return { state: 'waiting', waitMs: waitBefore(tries, random, atLeastMs), tries, uncertain }
    }
  }
}

/**
 * May a newer approved version take the place of an older one? Only of one that cannot have had an effect,
 * or that nobody will send again by itself.
 */
export function mayBeSuperseded(older: { state: DeliveryState; uncertain: boolean }): boolean {
  if (older.state === 'waiting') return !older.uncertain
  return older.state === 'held' || older.state === 'refused' || older.state === 'parked'
}

/** Điều 2 Quy chế and KH 2023: the national database holds these; workers of associations and contract workers it does not. */
const SENT_CATEGORIES: readonly string[] = ['CAN_BO', 'CONG_CHUC', 'VIEN_CHUC']

/** Codes of `doi-tuong` whose records are sent. */
export const sentCategories = () => [...SENT_CATEGORIES]

/** Does the national database hold people of this category at all? (R145: workers of associations it does not.) */
export const isSent = (category: string) => SENT_CATEGORIES.includes(category)

/** Why a delivery is not on its way, in words for a list. */
export const REASONS = {
  recordClosed: 'Hồ sơ đã đóng: là hồ sơ thứ hai của cùng một người.',
  categoryNotSent: 'Đối tượng này không thuộc cơ sở dữ liệu quốc gia (người làm việc tại Hội, hợp đồng NĐ 111/2022).',
  proofFailed: 'Dữ liệu đang lưu khác với bản đã ký. Quản trị khôi phục rồi đóng sự cố thì hồ sơ tự vào hàng gửi.',
  personLeft: 'Người này đã thôi làm việc ở tỉnh: không gửi nữa.',
  unitWithoutAgencyCode: 'Đơn vị chưa có mã định danh theo QĐ 20/2020. Khai mã thì hồ sơ tự vào hàng gửi.',
  authorityWithoutAgencyCode: 'Cơ quan quản lý chưa có mã định danh theo QĐ 20/2020. Khai mã rồi gửi lại.',
  unitWithoutWireCode: 'Đơn vị hoặc cơ quan quản lý chưa có loại mã mà kênh kết nối gửi. Khai mã rồi gửi lại.',
  preflightFailed:
    'Bộ sẽ không nhận hồ sơ này: có mục chưa theo quy định của Bộ. Sửa mục nêu dưới đây, gửi và ký duyệt lại.',
  personKeyMissing:
    'Hồ sơ thiếu số mà Bộ dùng để nhận biết người (số định danh hoặc số hiệu). Ghi số đó, gửi và ký duyệt lại.',
  approvalWithdrawn: 'Phê duyệt của bản này đã được rút: không gửi nữa.',
  withdrawnAtMinistry:
    'Phê duyệt đã rút nhưng Bộ đã nhận bản này, và không có bản duyệt trước để gửi thay. Báo Bộ bằng văn bản; bản duyệt mới sẽ tự gửi thay.',
  noAnswer: 'Bộ không trả lời sau nhiều lần gửi. Xem đường truyền rồi gửi lại.',
  ourFault: 'Phần mềm gặp lỗi khi soạn hoặc ghi hồ sơ này. Báo quản trị tích hợp, sửa xong thì gửi lại.',
  contradiction: 'Bộ trả lời mâu thuẫn: hồ sơ đã có, rồi không có. Quản trị tích hợp hỏi Bộ rồi gửi lại.',
} as const

export type ReasonCode = keyof typeof REASONS
