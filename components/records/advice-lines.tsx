import { Icon } from '@/components/ui/icon'
import type { Advice } from '@/lib/domain/rules/advice'

type AdviceLinesProps = {
  id: string
  advice: readonly Advice[]
  /** Above a table each line names its row and leads there. */
  placed?: boolean
}

/** What the rules say of answers that were kept: what must be mended before sending, and what to look at again. */
export function AdviceLines({ id, advice, placed = false }: AdviceLinesProps) {
  return (
    <div id={id}>
      {advice.map(({ anchor, place, severity, sentence }) => (
        <p key={anchor + sentence} className={severity === 'error' ? 'fault' : 'fault fault--look'}>
          <Icon name={severity === 'error' ? 'stop' : 'warn'} small />
          <span>
            {severity === 'error' ? 'Phải sửa trước khi gửi: ' : 'Xem lại: '}
            {placed && (
              <>
                <a href={`#f-${anchor}`}>{place}</a>.{' '}
              </>
            )}
            {sentence}
          </span>
        </p>
      ))}
    </div>
  )
}
