import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { purposeHref } from '@/lib/server/records/open-record'
import { recordEvidence } from '@/lib/server/records/record-evidence'
import { requireActor } from '@/lib/server/session'

type Context = { params: Promise<{ recordId: string }> }

/** The approved record as a file that proves itself against the signed paper. For strangers it does not exist. */
export async function GET(request: Request, { params }: Context) {
  const actor = await requireActor()
  const { recordId } = await params
  try {
    const { name, proof } = await recordEvidence(actor, recordId)
    return new Response(JSON.stringify(proof, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'purposeMissing')
      return new Response(null, {
        status: 303,
        headers: { location: purposeHref(recordId, `/records/${recordId}/form`) },
      })
    if (error.code === 'revisionAltered') return plain(messageOf(error), 409)
    await noteRefusal(actor, new URL(request.url).pathname)
    return plain('Không tìm thấy tệp này.', 404)
  }
}

const plain = (words: string, status: number) =>
  new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
