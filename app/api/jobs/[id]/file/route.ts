import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { jobFile } from '@/lib/server/jobs/job-file'
import { JobId } from '@/lib/server/jobs/own-jobs'
import { requireActor } from '@/lib/server/session'

/** The finished file of one's own job, as long as it is kept and the right to it lasts; the log keeps each download. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const asked = JobId.safeParse(await params)
  if (!asked.success) return notThere()
  try {
    const { content, name, type, bytes } = await jobFile({ transact, actor, input: asked.data, now: now() })
    return new Response(content, {
      headers: {
        'content-type': type,
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'reauthenticationNeeded') return plain(messageOf(error), 422)
    await noteRefusal(actor, new URL(request.url).pathname)
    return notThere()
  }
}

const notThere = () => plain('Không có tệp này, hoặc đã hết hạn giữ.', 404)

const plain = (text: string, status: number) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
