import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { noteRefusal } from '@/lib/server/access'
import { requireActor } from '@/lib/server/session'
import { withdrawalFile } from '@/lib/server/withdrawals/withdrawal-page'

/** The paper that takes approvals back, to be signed elsewhere or kept. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const { id } = await params
  try {
    if (!isUuid(id)) throw new Refusal('notFound', {})
    const { pdf, name } = await withdrawalFile(actor, id)
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
