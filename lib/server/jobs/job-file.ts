import 'server-only'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { requireFresh } from '../fresh'
import { fileStore } from '../storage/file-store'
import { FileMissing } from '../storage/folder-store'
import { type JobId, loadOwnJob } from './own-jobs'
import { kindNamed } from './registry'

/** The finished file, for whoever asked for it and still may. Each download is noted. */
export async function jobFile({ transact, actor, input: { id }, now }: Call<z.output<typeof JobId>>) {
  const job = await loadOwnJob(actor, id)
  const kind = kindNamed(job.kind)
  const { fileSha256, fileName, fileType, fileBytes, expiresAt, title, unitPath } = job
  const gone = job.state !== 'done' || fileSha256 === null || expiresAt === null || expiresAt <= now
  if (gone || !kind) throw new Refusal('notFound', {})
  await kind.judge(actor, kind.input.parse(job.input))
  if (kind.secret) await requireFresh({ actor, now })
  const content = await fileStore('jobs').get(fileSha256).catch(missingIsNotFound)
  const entry = { action: 'job.downloaded', subject: { type: 'job', id, name: title }, unitPath } as const
  await transact((tx) => writeAudit(tx, actor, entry, now))
  return {
    content: Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>,
    name: fileName ?? 'tep',
    type: fileType ?? 'application/octet-stream',
    bytes: Number(fileBytes ?? 0),
  }
}

function missingIsNotFound(error: unknown): never {
  if (error instanceof FileMissing) throw new Refusal('notFound', {})
  throw error
}
