/** What can happen in a working life. `undo` is not one: it takes another back. */
export const MOVEMENT_KINDS = [
  'recruit',
  'receive',
  'transfer',
  'transferOut',
  'second',
  'return',
  'leave',
  'retire',
  'die',
] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Where somebody stands: at work here, sent elsewhere for a time, or gone. */
export type Standing = 'serving' | 'away' | 'gone'

export type MovementRule = {
  label: string
  /** Whom it can happen to, and where they stand afterwards. */
  from: readonly Standing[]
  to: Standing
  /** Code of `trang-thai-cong-tac` from that day on; null where it stays, or is chosen. */
  status: string | null
  /** Chosen instead of `status`. */
  statuses?: readonly string[]
  /** Into another unit of the province. */
  toUnit?: true
  /** Into a body outside the province's tree. */
  destination?: true
  reason?: true
  /** The decision itself must be there, as PDF. */
  file?: true
  /** Reported to the department of home affairs (Quy chế, Điều 22 khoản 5). */
  reported?: true
}

export const MOVEMENTS: Record<MovementKind, MovementRule> = {
  recruit: { label: 'Tuyển dụng', from: ['gone'], to: 'serving', status: 'TAP_SU', toUnit: true },
  receive: {
    label: 'Tiếp nhận',
    from: ['gone'],
    to: 'serving',
    status: 'DANG_LAM_VIEC',
    toUnit: true,
    file: true,
    reported: true,
  },
  transfer: { label: 'Chuyển trong tỉnh', from: ['serving', 'away'], to: 'serving', status: null, toUnit: true },
  transferOut: {
    label: 'Chuyển ra ngoài tỉnh',
    from: ['serving', 'away'],
    to: 'gone',
    status: 'CHUYEN_NGOAI_TINH',
    destination: true,
    file: true,
    reported: true,
  },
  second: { label: 'Biệt phái', from: ['serving'], to: 'away', status: 'BIET_PHAI_DI', destination: true },
  return: { label: 'Hết biệt phái', from: ['away'], to: 'serving', status: 'DANG_LAM_VIEC' },
  leave: {
    label: 'Thôi việc',
    from: ['serving', 'away'],
    to: 'gone',
    status: null,
    statuses: ['THOI_VIEC', 'BUOC_THOI_VIEC', 'TINH_GIAN'],
    reason: true,
  },
  retire: { label: 'Nghỉ hưu', from: ['serving', 'away'], to: 'gone', status: 'NGHI_HUU' },
  die: { label: 'Từ trần', from: ['serving', 'away'], to: 'gone', status: 'TU_TRAN' },
}

export const isMovementKind = (kind: string): kind is MovementKind => MOVEMENT_KINDS.some((one) => one === kind)

/** `Hoàn tác` for a taking back. */
export const movementLabel = (kind: string): string => (isMovementKind(kind) ? MOVEMENTS[kind].label : 'Hoàn tác')

/** Codes of `trang-thai-cong-tac` of people who work here no more: neither signed for nor sent. */
export const GONE_STATUSES: readonly string[] = [
  'NGHI_HUU',
  'THOI_VIEC',
  'BUOC_THOI_VIEC',
  'CHUYEN_NGOAI_TINH',
  'CHUYEN_DANG_DOAN',
  'TINH_GIAN',
  'TU_TRAN',
]

/** Where the last movement leaves somebody; without one, what their status says. */
export function standingAfter(last: MovementKind | null, status: string): Standing {
  if (last !== null) return MOVEMENTS[last].to
  if (GONE_STATUSES.includes(status)) return 'gone'
  return status === 'BIET_PHAI_DI' ? 'away' : 'serving'
}
