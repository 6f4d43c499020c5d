import Link from 'next/link'
import { Notice } from '@/components/ui/notice'
import type { Alarm } from '@/lib/domain/exchange/alarms'

/** What keeps the exchange from going on, above the figures it explains. */
export function ChannelAlarms({ alarms }: { alarms: Alarm[] }) {
  return alarms.map(({ kind, title, remedy }) => (
    <Notice key={kind} look="warn" title={title}>
      {remedy} <Link href="/pushes/connection">Kênh kết nối</Link>
    </Notice>
  ))
}
