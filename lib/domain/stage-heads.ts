import type { OVERVIEW_STAGES, QualityStage } from './people-stages'

type Head<Stage> = { stage: Stage | 'people'; head: string }

/** What the table of a province's progress counts, unit by unit: on the screen and in the workbook. */
export const OVERVIEW_HEADS: readonly Head<(typeof OVERVIEW_STAGES)[number]>[] = [
  { stage: 'people', head: 'Tổng số' },
  { stage: 'complete', head: 'Hoàn thiện' },
  { stage: 'submitted', head: 'Chờ kiểm' },
  { stage: 'checked', head: 'Chờ ký' },
  { stage: 'approved', head: 'Đã duyệt' },
  { stage: 'sent', head: 'Đã gửi Bộ' },
  { stage: 'accepted', head: 'Bộ đã nhận' },
  { stage: 'refused', head: 'Bộ từ chối' },
]

/** The same of how good records are. */
export const QUALITY_HEADS: readonly Head<QualityStage>[] = [
  { stage: 'people', head: 'Tổng số' },
  { stage: 'correct', head: 'Đúng' },
  { stage: 'incorrect', head: 'Chưa đúng' },
  { stage: 'complete', head: 'Đủ' },
  { stage: 'incomplete', head: 'Còn thiếu' },
  { stage: 'clean', head: 'Sạch' },
  { stage: 'unclean', head: 'Chưa sạch' },
  { stage: 'live', head: 'Sống' },
  { stage: 'notLive', head: 'Chưa sống' },
]
