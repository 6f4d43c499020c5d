import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { handoverFile } from '@/lib/server/handover/package-file'
import { requireActor } from '@/lib/server/session'

/** A package made for somebody who left; the log keeps who took it. */
export async function GET(request: Request, { params }: { params: Promise<{ handoverId: string }> }) {
  const actor = await requireActor()
  const { handoverId } = await params
  try {
    const { bytes, name } = await handoverFile({ transact, actor, input: { handoverId }, now: now() })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="ban-giao.zip"; filename*=UTF-8''${encodeURIComponent(name)}`,
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
