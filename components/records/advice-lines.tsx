import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Advice } from '@/lib/domain/rules/advice'
import type { Proposal } from '@/lib/domain/rules/rule'

type AdviceLinesProps = {
  id: string
  advice: readonly Advice[]
  /** Above a table each line names its row and leads there. */
  placed?: boolean
  /** Writes the code that took the place of a closed one; left out where it cannot be written. */
  take?: ((proposal: Proposal) => void) | undefined
}

/** What the rules say of answers that were kept: what must be mended before sending, and what to look at again. */
export function AdviceLines({ id, advice, placed = false, take }: AdviceLinesProps) {
  return (
    <div id={id}>
      {advice.map(({ anchor, place, severity, sentence, proposal }) => (
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
            {proposal && take && (
              <>
                {' '}
                <Button look="small" onClick={() => take(proposal)}>
                  Ghi “{proposal.label}”
                </Button>
              </>
            )}
          </span>
        </p>
      ))}
    </div>
  )
}
