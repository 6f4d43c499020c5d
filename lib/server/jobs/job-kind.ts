import 'server-only'
import type { z } from 'zod'
import type { Actor, Permission } from '@/lib/domain/policy'
import type { Tx } from '../db'
import type { FileStore, StoredFile } from '../storage/file-store'

/** What a job is about, said when it is asked for. */
export type JobSubject = { title: string; unitPath: string; total: number }

export type JobStep<Input = unknown, Cursor = unknown> = {
  /** As the account stands now, with no more roles than when the job was asked for. */
  actor: Actor
  input: Input
  /** What the last step left; null before the first. */
  cursor: Cursor | null
  now: Date
  /** For what the next step needs: it ends with the job. */
  interim: FileStore
  /** For the finished file. */
  files: FileStore
}

export type JobFile = StoredFile & { name: string; type: string }

export type StepResult<Cursor = unknown> = {
  /** Units of work done so far, and altogether. */
  done: number
  total: number
  /** In Vietnamese, for the owner. */
  message: string
  /** Runs in the transaction that also keeps the progress: both happen, once, or neither. */
  write?: (tx: Tx) => Promise<void>
} & ({ cursor: Cursor } | { finished: true; file?: JobFile })

/**
 * A kind of job, as data. A step does some seconds of work: outside the transaction what takes long, in `write` what
 * must happen exactly once. A worker that is killed leaves the last committed step, and another goes on from there.
 */
export type JobKind<Input = unknown, Cursor = unknown> = {
  /** In Vietnamese: “Tải sơ yếu lý lịch của một đơn vị”. */
  title: string
  permission: Permission
  input: z.ZodType<Input>
  /** The finished file is handed over only after the password was given again. */
  secret?: true
  /** May this actor do this, now? Asked with the request, before every step, and before the download. Throws `notFound`. */
  judge(actor: Actor, input: Input): Promise<void>
  /** Asked once, with the request; refuses what will come to nothing. */
  prepare(actor: Actor, input: Input, now: Date): Promise<JobSubject>
  step(step: JobStep<Input, Cursor>): Promise<StepResult<Cursor>>
}
