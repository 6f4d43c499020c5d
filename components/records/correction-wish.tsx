'use client'

import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { useCorrection } from './corrections-context'

/** For the officer at the field: what the person asks to have corrected. */
export function CorrectionWish({ code }: { code: string }) {
  const { request, ask } = useCorrection(code)
  if (request?.state !== 'open' || ask !== null) return null
  return (
    <p className="returned">
      <Icon name="back" small />
      <span>
        Người khai đề nghị sửa thành “{request.proposed}”: {request.wrong}{' '}
        <Link href={`/records/corrections#c-${request.id}`} prefetch={false}>
          Trả lời
        </Link>
      </span>
    </p>
  )
}
