import { readPartialDay } from '@/lib/catalogue/days'
import { MOST_EVIDENCE_BYTES } from '@/lib/domain/evidence/evidence-fault'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { AddEvidence, addEvidence } from '@/lib/server/evidence/add-evidence'
import { lockedSession, requireActor } from '@/lib/server/session'

/**
 * Takes a paper in, as its bytes: it may be larger than an action takes, and the page shows how far it is. What it belongs to
 * stands in the address. Answers `{id}`, or `{message, fields}` that say what is wrong.
 */
export async function POST(request: Request) {
  if (await lockedSession()) return refused(new Refusal('sessionLocked', {}))
  const actor = await requireActor()
  // Browsers name where a request comes from: another site's form gets nothing in.
  if (request.headers.get('sec-fetch-site') !== 'same-origin')
    return answer({ message: 'Không nhận tệp từ trang khác.' }, 403)
  const asked = new URL(request.url).searchParams
  try {
    const bytes = await bodyOf(request)
    const input = AddEvidence.safeParse({ ...toldIn(asked), bytes })
    if (!input.success) {
      const fields = Object.fromEntries(input.error.issues.map(({ path, message }) => [path.join('.'), message]))
      return answer({ message: 'Có ô chưa đúng. Xem câu ghi dưới từng ô.', fields }, 422)
    }
    return answer(await addEvidence({ transact, actor, input: input.data, now: now() }), 200)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'notFound') await noteRefusal(actor, '/api/evidence')
    return refused(error)
  }
}

function toldIn(asked: URLSearchParams) {
  const word = (name: string) => asked.get(name) ?? ''
  return {
    ...{ recordId: word('record'), section: word('section'), code: word('code'), row: word('row') },
    ...{ fileName: word('name'), documentNo: word('no'), documentOn: readPartialDay(word('on')) },
    page: word('page') || null,
  }
}

async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body ?? []) {
    length += part.length
    if (length > MOST_EVIDENCE_BYTES) throw new Refusal('evidenceTooLarge', {})
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

const refused = (refusal: Refusal) =>
  answer({ message: messageOf(refusal), code: refusal.code }, refusal.code === 'notFound' ? 404 : 422)

const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
