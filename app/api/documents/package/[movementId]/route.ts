import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { receivedFile } from '@/lib/server/handover/package-file'
import { requireActor } from '@/lib/server/session'

/** The package somebody was taken in with, as it came; the log keeps who took it. */
export async function GET(request: Request, { params }: { params: Promise<{ movementId: string }> }) {
  const actor = await requireActor()
  const { movementId } = await params
  try {
    const { bytes, name } = await receivedFile({ transact, actor, input: { movementId }, now: now() })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/zip',
        // Somebody else's file: never shown inside the portal.
        'content-disposition': `attachment; filename="goi-da-nhan.zip"; filename*=UTF-8''${encodeURIComponent(name)}`,
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
