import { batchName } from '@/lib/domain/batch-words'
import { sayInstant } from '@/lib/domain/calendar'

type Told = {
  at: Date
  byName: string
  confirmed: readonly string[]
  submission: { state: string; decidedBy: string | null; decidedAt: Date | null } | null
  batch: {
    kind: 'monthly' | 'adHoc'
    period: string
    number: number
    reason: string | null
    approverName: string | null
    closedAt: Date | null
  } | null
  delivery: { state: string; settledAt: Date | null } | null
}

/** What became of a version, one sentence for each step: who, when, why. */
export function sayRevision({ at, byName, confirmed, submission, batch, delivery }: Told): string[] {
  const steps = [
    `${byName} gửi lúc ${sayInstant(at)}${confirmed.length === 0 ? '' : `, xác nhận ${confirmed.length} chỗ cần xem lại`}.`,
  ]
  if (submission?.decidedBy && submission.decidedAt) {
    const did = submission.state === 'returned' ? 'trả lại' : 'kiểm đạt'
    steps.push(`${submission.decidedBy} ${did} lúc ${sayInstant(submission.decidedAt)}.`)
  }
  if (batch?.closedAt) {
    const why = batch.reason === null ? '' : `. Lý do ký riêng: ${batch.reason}`
    steps.push(
      `${batch.approverName ?? ''} ký duyệt lúc ${sayInstant(batch.closedAt)}, ${lower(batchName(batch))}${why}.`,
    )
  }
  if (delivery?.settledAt && (delivery.state === 'accepted' || delivery.state === 'refused')) {
    const did = delivery.state === 'accepted' ? 'đã nhận' : 'từ chối'
    steps.push(`Bộ Nội vụ ${did} lúc ${sayInstant(delivery.settledAt)}.`)
  }
  return steps
}

const lower = (words: string) => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)
