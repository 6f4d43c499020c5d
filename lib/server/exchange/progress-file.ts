import 'server-only'
import { progressPdf } from '@/lib/documents/progress-pdf'
import { workbook } from '@/lib/documents/xlsx/workbook'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import {
  PROGRESS_BASIS,
  PROGRESS_HEADS,
  PROGRESS_STAGES,
  type ProgressCounts,
  SHARE_HEAD,
  shareOf,
  sumOf,
} from '@/lib/domain/exchange/progress'
import type { Actor } from '@/lib/domain/policy'
import { noteView } from '../access'
import { type Progress, progressOf } from './progress-page'

export type ProgressFormat = 'xlsx' | 'pdf'

/** The table as a file, now or as kept for a day; noted in the log. */
export async function progressFile(actor: Actor, day: string | null, format: ProgressFormat, now: Date) {
  const progress = await progressOf(actor, day, now)
  const asOf = sayInstant(progress.asOf)
  const bytes =
    format === 'pdf'
      ? await progressPdf({ rows: progress.rows, asOf, basis: PROGRESS_BASIS, at: progress.asOf })
      : sheetOf(progress, asOf, actor)
  const subject = { type: 'page', id: '/pushes/progress', name: 'bảng tiến độ đồng bộ' } as const
  const detail = { list: 'bảng tiến độ đồng bộ', rows: progress.rows.length, format, day: day ?? '' }
  await noteView(actor, { action: 'list.exported', subject, detail })
  return { name: `tien-do-dong-bo-${day ?? dayOf(progress.asOf)}.${format}`, bytes }
}

function sheetOf({ rows }: Progress, asOf: string, actor: Actor): Uint8Array {
  const figures = (counts: ProgressCounts) => [...PROGRESS_STAGES.map((stage) => counts[stage] ?? 0), shareOf(counts)]
  return workbook({
    columns: [
      { label: 'Đơn vị', kind: 'text' },
      ...PROGRESS_STAGES.map((stage) => ({ label: PROGRESS_HEADS[stage], kind: 'number' as const })),
      { label: SHARE_HEAD, kind: 'number' },
    ],
    rows: [
      ...rows.map(({ name, counts }) => [name, ...figures(counts)]),
      ['Cộng', ...figures(sumOf(rows.map(({ counts }) => counts)))],
    ],
    about: [
      ['Bảng', 'Tiến độ đồng bộ dữ liệu cán bộ, công chức, viên chức'],
      ['Số liệu lúc', asOf],
      ['Căn cứ', PROGRESS_BASIS],
      ['Người xuất', actor.personName],
    ],
  })
}
