'use client'

import { useRouter } from 'next/navigation'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { Result } from '@/lib/domain/result'

type Props = {
  replacesId: string | null
  words: string
  main?: boolean
  open: (input: { replacesId: string | null }) => Promise<Result<unknown>>
}

/** Takes a sheet to sign, for a first certificate or in place of one. */
export function OpenEnrolmentButton({ replacesId, words, main = false, open }: Props) {
  const router = useRouter()
  const opening = useAct(open)
  return (
    <>
      {opening.refused && <ErrorsSummary title={opening.refused.message} />}
      <Button
        look={main ? 'main' : 'small'}
        aria-busy={opening.busy}
        onClick={() => opening.run({ replacesId }, () => router.refresh())}
      >
        {words}
      </Button>
    </>
  )
}
