import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { MOST_BYTES, UploadList, uploadList } from '@/lib/server/imports/upload-list'
import { lockedSession, requireActor } from '@/lib/server/session'

/**
 * Takes a list in, as its bytes: it may be larger than an action takes. The unit and the name of the file stand in the
 * address. Answers `{id}`, or `{message}` that says what is wrong.
 */
export async function POST(request: Request) {
  if (await lockedSession()) return answer({ message: messageOf(new Refusal('sessionLocked', {})) }, 422)
  const actor = await requireActor()
  // Browsers name where a request comes from: another site's form gets nothing in.
  if (request.headers.get('sec-fetch-site') !== 'same-origin')
    return answer({ message: 'Không nhận tệp từ trang khác.' }, 403)
  const asked = new URL(request.url).searchParams
  try {
    const bytes = await bodyOf(request)
    const input = UploadList.safeParse({ unitId: asked.get('unit') ?? '', fileName: asked.get('name') ?? '', bytes })
    if (!input.success) return answer({ message: input.error.issues[0]?.message ?? '' }, 422)
    return answer({ id: await uploadList({ transact, actor, input: input.data, now: now() }) }, 200)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code !== 'notFound') return answer({ message: messageOf(error) }, 422)
    await noteRefusal(actor, '/api/imports')
    return answer({ message: messageOf(error) }, 404)
  }
}

async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body ?? []) {
    length += part.length
    if (length > MOST_BYTES) throw new Refusal('sheetTooLarge', {})
    parts.push(part)
  }
  if (length === 0) throw new Refusal('sheetEmpty', {})
  return new Uint8Array(Buffer.concat(parts))
}

const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
