import Link from 'next/link'
import { changesWaiting, waitingSince } from '@/lib/domain/waiting-words'

type Row = { submissionId: string; name: string; changes: number; version: number; submittedAt: Date }

/** What of a row of the queue is more than words; `hrefOf` keeps the order of the list for whoever goes through it. */
export const reviewCells = (now: Date, hrefOf: (submissionId: string) => string) => ({
  name: ({ submissionId, name }: Row) => (
    <Link href={hrefOf(submissionId)} prefetch={false}>
      {name}
    </Link>
  ),
  changes: ({ changes, version }: Row) => changesWaiting(changes, version),
  since: ({ submittedAt }: Row) => waitingSince(submittedAt, now),
})
