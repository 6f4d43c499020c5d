import type { Missing } from '../completeness'
import type { Finding, Place } from '../rules/rule'
import type { BadCode } from './bad-codes'
import { liveSince } from './live-period'
import { type Mark, NOT_MATCHED } from './marks'

/** Why a mark does not hold: where in the form, or (null) not in the form at all. */
export type Shortfall = { place: Place | null; sentence: string }
export type Quality = Record<Mark, Shortfall[]>

export type QualityCall = {
  findings: readonly Finding[]
  missing: readonly Missing[]
  badCodes: readonly BadCode[]
  /** Records this one may be the double of, undecided. */
  suspected: number
  /** The population database knows nobody with these three values. */
  isMismatched: boolean
  /** When the approved revision was last signed, signed again or confirmed. */
  affirmedOn: string | null
  day: string
}

/** The four marks of one record on this day: a mark holds when nothing stands against it. */
export const judgeQuality = ({
  findings,
  missing,
  badCodes,
  suspected,
  isMismatched,
  affirmedOn,
  day,
}: QualityCall): Quality => ({
  correct: [
    ...findings.filter(({ severity }) => severity === 'error').map(({ place, sentence }) => ({ place, sentence })),
    ...(isMismatched ? [{ place: { section: 'identity', code: 'citizen_id' } as const, sentence: NOT_MATCHED }] : []),
  ],
  complete: missing.map(({ section, code, label }) => ({ place: { section, code }, sentence: label })),
  clean: [
    ...badCodes,
    ...(suspected === 0
      ? []
      : [
          {
            place: null,
            sentence: `Có ${suspected} hồ sơ khác trùng tên và ngày sinh hoặc số liên lạc, đơn vị đang xem.`,
          },
        ]),
  ],
  live:
    affirmedOn !== null && affirmedOn >= liveSince(day)
      ? []
      : [
          {
            place: null,
            sentence:
              affirmedOn === null ? 'Chưa có bản nào được ký duyệt.' : 'Chưa xác nhận hoặc ký duyệt trong kỳ này.',
          },
        ],
})

export const holds = (quality: Quality, mark: Mark) => quality[mark].length === 0
