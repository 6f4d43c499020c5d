import type { ReactNode } from 'react'
import { StateChip } from '@/components/ui/chip'
import { StackPart } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { type PopulationResult, RESULT_WORDS, sayResult } from '@/lib/domain/population/check-words'
import { sayPurpose } from '@/lib/domain/population/purposes'

type PopulationPartProps = {
  standing: {
    isConfigured: boolean
    latest: { result: PopulationResult; cause: string | null; at: Date; byName: string; purpose: string } | null
    isCurrent: boolean
    isQueued: boolean
  }
  /** For whoever may ask. */
  children?: ReactNode
}

/** What the population database last said of a record, who asked and what for. */
export function PopulationPart({
  standing: { isConfigured, latest, isCurrent, isQueued },
  children,
}: PopulationPartProps) {
  return (
    <StackPart title="Đối chiếu dân cư">
      {latest && (
        <p>
          <StateChip state={RESULT_WORDS[latest.result].chip}>{RESULT_WORDS[latest.result].word}</StateChip>{' '}
          <span className="soft">
            {sayResult(latest)}. Hỏi lúc {sayInstant(latest.at)}, {latest.byName}, mục đích:{' '}
            {sayPurpose(latest.purpose)}.{!isCurrent && ' Số định danh, họ tên hoặc ngày sinh đã đổi từ lần hỏi ấy.'}
          </span>
        </p>
      )}
      {!latest && isConfigured && <p className="soft">Chưa đối chiếu với Cơ sở dữ liệu quốc gia về dân cư.</p>}
      {!isConfigured && <p className="soft">Cổng chưa nối với Cơ sở dữ liệu quốc gia về dân cư.</p>}
      {isQueued && <p className="soft">Đang chờ lượt hỏi.</p>}
      {isConfigured && children}
    </StackPart>
  )
}
