import Link from 'next/link'
import { Panel } from '@/components/ui/panel'
import type { Correction } from '@/lib/domain/correction'
import { correctionWords } from '@/lib/domain/correction-words'

/** What one asked the unit to correct, and how that stands. */
export function MyCorrections({ requests }: { requests: readonly Correction[] }) {
  return (
    <Panel className="mt-4" title="Đề nghị sửa của tôi">
      <ul className="my-corrections">
        {requests.map((request) => (
          <li key={request.id}>
            <Link href={`/my-record/${request.section}#f-${request.code}`} prefetch={false}>
              {request.label}
            </Link>
            : {correctionWords(request)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
