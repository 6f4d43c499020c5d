import Link from 'next/link'
import type { ReactNode } from 'react'
import { type LineEvent, LineList } from '@/components/ui/line-list'
import { Meter } from '@/components/ui/meter'
import { Stack, StackPart } from '@/components/ui/panel'
import type { RecordData } from '@/lib/catalogue'
import type { SectionCompleteness } from '@/lib/domain/completeness'
import type { Quality } from '@/lib/domain/quality/judge-quality'
import { QualityMarks } from './quality-marks'

type RecordSideProps = {
  quality: Quality
  data: RecordData
  /** How its values stand, and where their papers are. */
  standings: { says: string; href: string }
  sections: readonly SectionCompleteness[]
  events: LineEvent[]
  historyHref: string
  sheetHref: string
  /** Who saw the record. */
  viewsHref: string
  /** What other databases say of it. */
  population: ReactNode
}

/** Beside the task list: how far the record is filled, and what happened to it lately. */
export function RecordSide({
  quality,
  data,
  standings,
  sections,
  events,
  historyHref,
  sheetHref,
  viewsHref,
  population,
}: RecordSideProps) {
  const total = sections.reduce((sum, one) => sum + one.total, 0)
  const filled = sections.reduce((sum, one) => sum + one.filled, 0)
  const missing = sections.reduce((sum, one) => sum + one.missing.length, 0)
  return (
    <Stack label="Tình hình hồ sơ">
      <StackPart
        title="Hồ sơ đủ đến đâu"
        aside={
          <Link className="meta" href={sheetHref}>
            Xem cả hồ sơ
          </Link>
        }
      >
        <Meter label="Đã điền" value={`${filled}/${total} trường`} parts={[filled]} whole={total}>
          {missing === 0 ? 'Đủ các trường bắt buộc' : `Còn ${missing} trường bắt buộc chưa ghi`}
        </Meter>
      </StackPart>
      <QualityMarks quality={quality} data={data} hrefOf={(section) => `/my-record/${section}`} standings={standings} />
      {population}
      <StackPart
        title="Gần đây"
        aside={
          <Link className="meta" href={historyHref}>
            Tất cả
          </Link>
        }
      >
        {events.length === 0 ? (
          <p className="soft">Chưa có gì. Lần ghi đầu tiên sẽ hiện ở đây.</p>
        ) : (
          <LineList events={events} />
        )}
      </StackPart>
      <StackPart title="Ai đã xem">
        <p>
          <Link href={viewsHref}>Ai đã xem hồ sơ của tôi</Link>
        </p>
      </StackPart>
    </Stack>
  )
}
