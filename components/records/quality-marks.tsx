import Link from 'next/link'
import { StateMark } from '@/components/ui/chip'
import { StackPart } from '@/components/ui/panel'
import type { RecordData, SectionId } from '@/lib/catalogue'
import { placeWords } from '@/lib/domain/finding-words'
import { holds, type Quality, type Shortfall } from '@/lib/domain/quality/judge-quality'
import { MARK_WORDS, MARKS, type Mark } from '@/lib/domain/quality/marks'
import { anchorOf } from '@/lib/domain/rules/rule'

/** So many are named; the rest is a number. */
const MOST = 5

type QualityMarksProps = {
  quality: Quality
  data: RecordData
  /** Where this reader edits a section. */
  hrefOf: (section: SectionId) => string
  /** How many values are declared, checked, matched; and where they stand beside their papers. */
  standings: { says: string; href: string }
}

/** The four marks of a record, and what to do about each. */
export function QualityMarks({ quality, data, hrefOf, standings }: QualityMarksProps) {
  return (
    <StackPart title="Đúng, đủ, sạch, sống">
      <ul className="marks">
        {MARKS.map((mark) => (
          <li key={mark}>
            <StateMark state={holds(quality, mark) ? 'approved' : 'none'}>{MARK_WORDS[mark].name}</StateMark>
            <span className="soft">
              {holds(quality, mark) ? MARK_WORDS[mark].means : shortWords(mark, quality[mark])}
            </span>
            {!holds(quality, mark) && <Shortfalls mark={mark} shortfalls={quality[mark]} data={data} hrefOf={hrefOf} />}
          </li>
        ))}
      </ul>
      <p className="meta">
        {standings.says}.{' '}
        <Link href={standings.href} prefetch={false}>
          Xem minh chứng
        </Link>
      </p>
    </StackPart>
  )
}

function shortWords(mark: Mark, { length }: Shortfall[]): string {
  switch (mark) {
    case 'correct':
      return `${length} chỗ trái quy tắc`
    case 'complete':
      return `còn ${length} trường bắt buộc`
    case 'clean':
      return `${length} chỗ cần xem`
    case 'live':
      return 'cần xác nhận hoặc gửi'
  }
}

type ShortfallsProps = Pick<QualityMarksProps, 'data' | 'hrefOf'> & { mark: Mark; shortfalls: Shortfall[] }

function Shortfalls({ mark, shortfalls, data, hrefOf }: ShortfallsProps) {
  return (
    <ul>
      {shortfalls.slice(0, MOST).map(({ place, sentence }) => (
        <li key={`${place && anchorOf(place)} ${sentence}`}>
          {place === null ? (
            sentence
          ) : (
            <>
              <Link href={`${hrefOf(place.section)}#f-${anchorOf(place)}`} prefetch={false}>
                {mark === 'complete' ? sentence : placeWords(place, data)}
              </Link>
              {mark !== 'complete' && `: ${sentence}`}
            </>
          )}
        </li>
      ))}
      {shortfalls.length > MOST && <li>và {shortfalls.length - MOST} chỗ nữa</li>}
    </ul>
  )
}
