import { Refusal } from '@/lib/domain/refusal'
import { answerFile, asAttachment } from '@/lib/server/answer-file'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { jobFile } from '@/lib/server/jobs/job-file'
import { JobId } from '@/lib/server/jobs/own-jobs'

/** The finished file of one's own job, as long as it is kept and the right to it lasts; the log keeps each download. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const asked = JobId.safeParse(await params)
  return answerFile(
    request,
    async (actor) => {
      if (!asked.success) throw new Refusal('notFound', {})
      const { content, name, type, bytes } = await jobFile({ transact, actor, input: asked.data, now: now() })
      return { content, type, disposition: asAttachment(name), bytes }
    },
    { missing: 'Không có tệp này, hoặc đã hết hạn giữ.' },
  )
}
