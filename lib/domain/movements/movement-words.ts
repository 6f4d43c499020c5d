import { isMovementKind, MOVEMENTS } from './movement-kinds'

type Stage = { undone: boolean; inEffect: boolean; mustReport: boolean; reportedOn: string | null }

/** Where a movement stands: taken back, waiting for its day, or in effect; whether it is reported where it must be. */
export const MOVEMENT_STATES = {
  waiting: { word: 'Chờ đến ngày', chip: 'draft' },
  unreported: { word: 'Chưa báo cáo Sở', chip: 'submitted' },
  inEffect: { word: 'Có hiệu lực', chip: 'approved' },
  undone: { word: 'Đã hoàn tác', chip: 'returned' },
} as const

export type MovementState = keyof typeof MOVEMENT_STATES

export function movementState({ undone, inEffect, mustReport, reportedOn }: Stage): MovementState {
  if (undone) return 'undone'
  if (!inEffect) return 'waiting'
  return mustReport && reportedOn === null ? 'unreported' : 'inEffect'
}

/** Is Sở Nội vụ told of movements of this kind? */
export const mustBeReported = (kind: string): boolean => isMovementKind(kind) && MOVEMENTS[kind].reported === true
