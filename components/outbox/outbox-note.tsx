'use client'

import Link from 'next/link'
import { clock } from '@/components/records/save-note'
import { Notice } from '@/components/ui/notice'
import type { SectionId } from '@/lib/catalogue'
import { type Edit, placeKey } from './edit'
import { HELD_HINTS, heldWords } from './held-words'
import { useOutboxState } from './outbox-provider'
import { onTheWay } from './outbox-state'
import { useLineGuard } from './use-line-guard'

/** On every page: what this device still holds of one's words, what needs a decision, and that it has arrived. */
export function OutboxNote({ titles }: { titles: Readonly<Record<SectionId, string>> }) {
  const box = useOutboxState()
  const stopped = useLineGuard()
  const held = onTheWay(box).length
  const stuck = placesOf(box.edits.filter((edit) => box.conflicts.has(placeKey(edit)) || box.refused.has(edit.id)))
  const elsewhere = stuck.filter((place) => placeKey(place) !== box.shown)
  return (
    <>
      {stopped && (
        <div className="mb-3">
          <Notice look="warn" live title="Mất kết nối: trang này mở được khi có mạng.">
            Các mục đã mở trong 10 phút qua vẫn mở lại và ghi tiếp được.
          </Notice>
        </div>
      )}
      {box.cutSince && held > 0 && box.shown === null && (
        <div className="mb-3">
          <Notice look="warn" live title={`${heldWords(held, box.durable)}.`}>
            {HELD_HINTS[box.durable ? 'device' : 'page']}
          </Notice>
        </div>
      )}
      {elsewhere.length > 0 && (
        <div className="mb-3">
          <Notice look="warn" live title="Có thay đổi chờ Anh/Chị xem lại trước khi lưu.">
            {elsewhere.map((place) => (
              <span key={placeKey(place)}>
                <Link href={`/records/${place.recordId}/edit/${place.section}`} prefetch={false}>
                  Mở mục {titles[place.section]}
                </Link>{' '}
              </span>
            ))}
          </Notice>
        </div>
      )}
      {box.arrived && (
        <div className="mb-3">
          <Notice look="good" live title={`Đã gửi ${box.arrived.count} thay đổi giữ trên máy này.`}>
            Lưu xong lúc {clock(box.arrived.at)}.
          </Notice>
        </div>
      )}
    </>
  )
}

const placesOf = (edits: readonly Edit[]) => [...new Map(edits.map((edit) => [placeKey(edit), edit])).values()]
