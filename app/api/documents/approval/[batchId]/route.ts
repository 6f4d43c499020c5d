import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { batchPaper } from '@/lib/server/approvals/batch-paper'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { requireActor } from '@/lib/server/session'

/** The paper of a batch as PDF, for those who may read the batch; the log keeps who took it. */
export async function GET(request: Request, { params }: { params: Promise<{ batchId: string }> }) {
  const actor = await requireActor()
  const { batchId } = await params
  try {
    const { pdf, name, isSigned } = await batchPaper({ transact, actor, input: { batchId }, now: now() })
    const disposition = isSigned ? 'attachment' : 'inline'
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `${disposition}; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await noteRefusal(actor, new URL(request.url).pathname)
    return new Response('Không tìm thấy tệp này.', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
}
