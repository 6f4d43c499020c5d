import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { noteRefusal } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { ownSheet } from '@/lib/server/enrolment/sign-enrolment'
import { requireActor } from '@/lib/server/session'

/** One's own sheet, to be signed elsewhere. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await params
  try {
    if (!isUuid(id)) throw new Refusal('notFound', {})
    const { pdf, name } = await ownSheet({ actor, input: { id }, now: now() })
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'notFound') await noteRefusal(actor, new URL(request.url).pathname)
    return new Response('Không tìm thấy tệp này.', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
}
