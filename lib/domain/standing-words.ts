import { dayOf, sayDayMonth, sayDays, sayTime } from './calendar'
import type { SubmissionStage } from './record-state'

export type Standing = {
  submission: {
    state: SubmissionStage
    submittedAt: Date
    decidedBy: string | null
    /** Why the approval of it was taken back. */
    withdrawnWhy?: string | null
  } | null
  /** Changes the newest submission does not hold. */
  unsent: number
  /** Required answers the person, and the unit, have still to give. */
  missing: { own: number; unit: number }
  approved: boolean
  /** When the person confirmed the approved record this month. */
  confirmedAt: Date | null
  window: { from: string; to: string }
}

/** Which act follows, with the words around it. */
export type StandingWords = { act: 'fill' | 'send' | 'withdraw' | 'confirm' | 'none'; title: string; text: string }

/** The person's record in two sentences: what is so, what to do. What the person can do now comes first. */
export function standingWords({ submission, unsent, missing, approved, confirmedAt, window }: Standing): StandingWords {
  const signing = `Thủ trưởng ký duyệt ${sayDays(window.from, window.to)}.`
  if (missing.own > 0)
    return {
      act: 'fill',
      title: `Còn ${missing.own} trường bắt buộc chưa ghi`,
      text: 'Ghi đến đâu lưu đến đó. Đủ rồi thì kiểm tra và gửi.',
    }
  if (submission?.state === 'returned' && submission.withdrawnWhy)
    return {
      act: 'send',
      title: `${submission.decidedBy ?? 'Thủ trưởng'} đã rút phê duyệt bản hồ sơ gần nhất`,
      text: `Lý do: ${submission.withdrawnWhy.replace(/[.\s]+$/, '')}. Sửa lại rồi gửi.`,
    }
  // Who has taken back every change that was returned has nothing to send again.
  if (submission?.state === 'returned' && !(approved && unsent === 0))
    return {
      act: 'send',
      title: `${submission.decidedBy ?? 'Cán bộ hồ sơ'} đã trả lại hồ sơ`,
      text: 'Sửa các trường có ghi lý do, rồi gửi lại.',
    }
  if (missing.unit > 0)
    return {
      act: 'none',
      title: `Đơn vị còn ${missing.unit} trường chưa ghi`,
      text: 'Phần của Anh/Chị đã đủ. Cán bộ hồ sơ ghi xong thì gửi được.',
    }
  if (unsent > 0)
    return {
      act: 'send',
      title: approved ? `${unsent} thay đổi chưa gửi` : 'Hồ sơ đã đủ, chưa gửi',
      text: `Xem lại một lượt rồi gửi. ${signing}`,
    }
  if (submission?.state === 'submitted')
    return {
      act: 'withdraw',
      title: `Đã gửi lúc ${sayTime(submission.submittedAt)}, ${sayDayMonth(dayOf(submission.submittedAt))}`,
      text: 'Cán bộ hồ sơ đang giữ. Rút lại được khi chưa ai kiểm.',
    }
  if (submission?.state === 'checked') return { act: 'none', title: 'Cán bộ hồ sơ đã kiểm đạt', text: signing }
  if (submission?.state === 'frozen')
    return {
      act: 'none',
      title: 'Hồ sơ đang trong đợt ký',
      text: 'Anh/Chị sửa tiếp được; thay đổi mới thuộc lần gửi sau.',
    }
  if (confirmedAt)
    return {
      act: 'none',
      title: `Đã xác nhận không có gì thay đổi lúc ${sayTime(confirmedAt)}, ${sayDayMonth(dayOf(confirmedAt))}`,
      text: 'Sau này có gì đổi thì sửa ở mục tương ứng rồi gửi.',
    }
  return {
    act: approved ? 'confirm' : 'none',
    title: 'Hồ sơ đã duyệt, chưa có thay đổi nào',
    text: 'Vẫn đúng thì xác nhận cho tháng này. Có gì đổi thì sửa ở mục tương ứng rồi gửi.',
  }
}
