import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { exportFile } from '@/lib/server/exports/export-page'
import { requireActor } from '@/lib/server/session'

/** A document with the value of the paper original, or as it waits for a signature; the log keeps who took it. */
export async function GET(request: Request, { params }: { params: Promise<{ exportId: string }> }) {
  const actor = await requireActor()
  const { exportId } = await params
  try {
    const { pdf, name, isIssued } = await exportFile({ transact, actor, input: { exportId }, now: now() })
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `${isIssued ? 'attachment' : 'inline'}; filename="${name}"`,
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
