'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { JobProgress } from '@/components/jobs/job-progress'
import type { JobView } from '@/lib/domain/job-words'
import type { Result } from '@/lib/domain/result'

type ImportProgressProps = {
  job: JobView
  watch: (id: string) => Promise<JobView | null>
  stop: (input: { id: string }) => Promise<Result<void>>
}

/** The reading or writing of a list; the page is made anew when it ends. */
export function ImportProgress({ job, watch, stop }: ImportProgressProps) {
  const router = useRouter()
  const ask = useCallback(
    async (id: string) => {
      const now = await watch(id)
      if (now && now.state !== 'waiting' && now.state !== 'running') router.refresh()
      return now
    },
    [watch, router],
  )
  return <JobProgress key={job.id} job={job} watch={ask} stop={stop} />
}
