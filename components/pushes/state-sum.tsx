import Link from 'next/link'
import { Panel } from '@/components/ui/panel'
import { Sum } from '@/components/ui/sum'
import { DELIVERY_STATES, DELIVERY_WORDS } from '@/lib/domain/delivery-words'
import { listHref } from '@/lib/domain/list-query'
import type { DeliveryState } from '@/lib/domain/push'

/** How the approved versions stand; each figure leads to exactly that list. */
export function StateSum({ counts }: { counts: Record<DeliveryState, number> }) {
  const states = DELIVERY_STATES.filter((state) => counts[state] > 0)
  const all = states.reduce((sum, state) => sum + counts[state], 0)
  const parts = states.map((state, index) => ({
    figure: counts[state].toLocaleString('vi'),
    word: DELIVERY_WORDS[state].word,
    op: index === 0 ? ('=' as const) : ('+' as const),
    note: (
      <Link href={listHref('/pushes', { state })}>
        Mở danh sách<span className="vh">: {DELIVERY_WORDS[state].word}</span>
      </Link>
    ),
  }))
  return (
    <Panel title="Các bản đã duyệt">
      <Sum parts={[{ figure: all.toLocaleString('vi'), word: 'Bản đã duyệt' }, ...parts]} />
    </Panel>
  )
}
