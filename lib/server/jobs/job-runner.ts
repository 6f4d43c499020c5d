import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { MOST_ATTEMPTS, pauseAfter } from '@/lib/domain/job'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { freshCodeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { expireImports } from '../imports/expire-imports'
import { claimJobs } from './claim-jobs'
import { endJob } from './end-job'
import { expireFiles } from './expire-files'
import { JobLost, takeStep } from './take-step'

export type JobRunnerSettings = {
  /** This worker's name, as its beats are signed. */
  worker: string
  now: () => Date
  log: (what: string, error?: unknown) => void
}

const HANDS = 2
const IDLE_MS = 1_000
const AFTER_FAILURE_MS = 3_000
const EXPIRE_EVERY_MS = 600_000

/** Works through the jobs, two at a time. */
export class JobRunner {
  #busy = new Map<string, Promise<void>>()
  #expiredAt = 0

  constructor(private readonly settings: JobRunnerSettings) {}

  /** Works until told to stop; what is in hand then is put back after its step, for the next worker. */
  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await this.#takeMore(stop)
        await this.#rest(IDLE_MS, stop)
      } catch (error) {
        this.settings.log('The jobs could not be read', error)
        await this.#rest(AFTER_FAILURE_MS, stop)
      }
    }
    await Promise.all(this.#busy.values())
  }

  async #takeMore(stop: AbortSignal) {
    const { worker, now } = this.settings
    if (Date.now() - this.#expiredAt > EXPIRE_EVERY_MS) {
      this.#expiredAt = Date.now()
      await expireFiles(now())
      await expireImports(now())
    }
    const free = HANDS - this.#busy.size
    if (free <= 0) return
    const inHand = [...this.#busy.keys()]
    for (const id of await claimJobs(db, { worker, inHand }, free, new Date(), now())) {
      const work = this.#work(id, stop).finally(() => this.#busy.delete(id))
      this.#busy.set(id, work)
    }
  }

  async #work(id: string, stop: AbortSignal) {
    const { worker, now, log } = this.settings
    try {
      await freshCodeLists()
      while (!stop.aborted) if ((await takeStep(id, worker, now())) === 'ended') return
      await db.job.updateMany({
        where: { id, claimedBy: worker, state: 'running' },
        data: { state: 'waiting', claimedBy: null, attempts: 0 },
      })
    } catch (error) {
      if (error instanceof JobLost) return
      await this.#putBack(id, error).catch((fault: unknown) => log(`Job ${id} could not be put back`, fault))
    }
  }

  /** A refusal ends the job with its sentence. A fault of ours is tried again, in a while, and ends it in the end. */
  async #putBack(id: string, error: unknown) {
    const { worker, now, log } = this.settings
    if (!(error instanceof Refusal)) log(`Job ${id} stopped in the middle`, error)
    const job = await db.job.findFirst({ where: { id, claimedBy: worker, state: 'running' } })
    if (!job) return
    if (error instanceof Refusal) return endJob(job, { state: 'failed', message: sayRefusal(error) }, now())
    if (job.attempts >= MOST_ATTEMPTS) return endJob(job, { state: 'failed', message: OUR_FAULT }, now())
    await db.job.updateMany({
      where: { id, claimedBy: worker, state: 'running', steps: job.steps },
      data: { state: 'waiting', claimedBy: null, dueAt: new Date(Date.now() + pauseAfter(job.attempts)) },
    })
  }

  async #rest(ms: number, stop: AbortSignal) {
    if (stop.aborted) return
    const rest = new AbortController()
    const wake = () => rest.abort()
    stop.addEventListener('abort', wake)
    await Promise.race([pause(ms, undefined, { signal: rest.signal }).catch(() => {}), ...this.#busy.values()])
    stop.removeEventListener('abort', wake)
    wake()
  }
}

const OUR_FAULT = 'Việc dừng vì lỗi của hệ thống. Báo quản trị hệ thống, kèm giờ yêu cầu.'

/** “Not found” is what a stranger is told; here it means that a right has ended. */
const sayRefusal = (refusal: Refusal) =>
  refusal.code === 'notFound'
    ? 'Quyền của Anh/Chị đối với đơn vị này đã thay đổi nên việc dừng lại.'
    : messageOf(refusal)
