import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { admitVisit } from '@/lib/server/check/admit-visit'
import { judgeUpload } from '@/lib/server/check/judge-upload'
import { now } from '@/lib/server/clock'
import { originOf } from '@/lib/server/origin'

const MOST_BYTES = 20 * 1024 * 1024

/** Judges a signed file for anybody, account or none: the file is the body. Nothing of it is kept. */
export async function POST(request: Request) {
  try {
    await admitVisit(originOf((name) => request.headers.get(name)).address, 'upload', now())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answer({ message: messageOf(error) }, 429)
  }
  const bytes = await bodyOf(request)
  if (bytes === null) return answer({ message: 'Tệp lớn hơn 20 MB nên không được đọc.' }, 413)
  return answer(await judgeUpload(bytes, '', now()), 200)
}

/** The whole body; null as soon as it is longer than what may come, whatever its header says. */
async function bodyOf(request: Request): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body ?? []) {
    length += part.length
    if (length > MOST_BYTES) return null
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

const answer = (body: unknown, status: number) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
