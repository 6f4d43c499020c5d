import Link from 'next/link'
import { StateChip } from '@/components/ui/chip'
import { DELIVERY_WORDS } from '@/lib/domain/delivery-words'
import type { DeliveryState } from '@/lib/domain/push'

/** What of a delivery's row is more than words. */
export const deliveryCells = {
  name: ({ id, name }: { id: string; name: string }) => (
    <Link href={`/pushes/${id}`} prefetch={false}>
      {name}
    </Link>
  ),
  state: ({ state }: { state: DeliveryState }) => (
    <StateChip state={DELIVERY_WORDS[state].chip}>{DELIVERY_WORDS[state].word}</StateChip>
  ),
}
