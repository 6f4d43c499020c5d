'use client'

import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { FreshDownload } from '@/components/lock/fresh-download'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-paths'
import { Meter } from '@/components/ui/meter'
import type { JobState } from '@/lib/domain/job'
import { JOB_STATE_WORDS, type JobView } from '@/lib/domain/job-words'
import type { Result } from '@/lib/domain/result'

type JobProgressProps = {
  job: JobView
  watch: (id: string) => Promise<JobView | null>
  stop: (input: { id: string }) => Promise<Result<void>>
  /** The file comes by itself as soon as it is there: it was asked for a moment ago. */
  take?: boolean
}

const ASK_EVERY_MS = 1_500

/** One long piece of work: how far it is, how to stop it, and its file. For any page; it asks by itself while it runs. */
export function JobProgress({ job: first, watch, stop, take = false }: JobProgressProps) {
  const [job, setJob] = useState(first)
  const [fault, setFault] = useState<string | null>(null)
  const open = isOpen(job.state)
  useEffect(() => {
    if (!open) return
    let gone = false
    const timer = setInterval(async () => {
      if (document.hidden) return
      // Without a line the next question will do.
      const answer = await watch(first.id).catch(() => null)
      if (answer && !gone) setJob(answer)
    }, ASK_EVERY_MS)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [first.id, open, watch])
  const link = useRef<HTMLAnchorElement>(null)
  const hasFile = job.file !== null
  useEffect(() => {
    if (!take || !hasFile) return
    // Taken once: whoever opens this page anew takes it by hand.
    window.history.replaceState(null, '', window.location.pathname)
    link.current?.click()
  }, [take, hasFile])
  const stopIt = async () => {
    const answer = await stop({ id: job.id })
    setFault(answer.ok ? null : answer.message)
    const now = await watch(job.id).catch(() => null)
    if (now) setJob(now)
  }
  return (
    <div className="job">
      <Meter label={job.title} value={sayDone(job)} parts={[Math.min(job.done, job.total)]} whole={job.total}>
        {[`Bắt đầu ${job.asked}`, job.ended && `kết thúc ${job.ended}`].filter(Boolean).join(', ')}.{' '}
        {open && 'Tắt máy vẫn chạy tiếp.'}
      </Meter>
      <p className="job-state" role="status">
        <Icon name={ICONS[job.state]} small />
        <b>{job.cancelling ? 'Đang dừng' : JOB_STATE_WORDS[job.state]}</b>{' '}
        <span className="soft">{open ? '' : job.message}</span>
      </p>
      {fault && (
        <div role="alert">
          <Fault id={`${job.id}-fault`}>{fault}</Fault>
        </div>
      )}
      <div className="acts">
        {job.file && (
          <FileLink ref={link} secret={job.file.secret} href={`/api/jobs/${job.id}/file`}>
            <Icon name="down" small />
            Tải tệp {job.file.size}
            <span className="vh"> {job.title}</span>
          </FileLink>
        )}
        {open && !job.cancelling && (
          <Button look="small" onClick={stopIt}>
            Dừng việc này<span className="vh"> {job.title}</span>
          </Button>
        )}
        {job.file && <span className="meta">Giữ đến {job.file.until}</span>}
        {job.state === 'done' && !job.file && <span className="meta">Tệp đã hết hạn giữ.</span>}
      </div>
    </div>
  )
}

type FileLinkProps = { ref: Ref<HTMLAnchorElement>; secret: boolean; href: string; children: ReactNode }

function FileLink({ secret, ...link }: FileLinkProps) {
  const className = 'button button--small'
  // A secret file answers only who has given the password again.
  return secret ? <FreshDownload className={className} {...link} /> : <a className={className} download {...link} />
}

const ICONS: Record<JobState, IconName> = {
  waiting: 'clock',
  running: 'sync',
  done: 'check',
  failed: 'stop',
  cancelled: 'cross',
}

const isOpen = (state: JobState) => state === 'waiting' || state === 'running'

const sayDone = ({ done, total }: JobView) =>
  total === 0 ? '' : `${done.toLocaleString('vi')}/${total.toLocaleString('vi')}`
