import 'server-only'
import { messageOf } from '@/lib/domain/messages'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from './access'
import { requireActor } from './session'

type FileAnswer = {
  content: Uint8Array | ReadableStream | string
  type: string
  /** As `attachment` or `inline` writes it. */
  disposition: string
  /** Where it is known before it is read. */
  bytes?: number
}

type Ways = {
  /** What is answered where the file is not there, or not for this reader. */
  missing?: string
  /** Another answer to a refusal than its sentence; null: none. */
  instead?: (refusal: Refusal) => Response | null
}

/**
 * A file for those who may have it, kept by no cache. For a stranger it does not exist, and the try is noted; every
 * other refusal is answered by its sentence. A `read` that has something else to say answers by itself.
 */
export async function answerFile(
  request: Request,
  read: (actor: Actor) => Promise<FileAnswer | Response>,
  { missing = 'Không tìm thấy tệp này.', instead = () => null }: Ways = {},
) {
  const actor = await requireActor()
  try {
    const answer = await read(actor)
    if (answer instanceof Response) return answer
    const { content, type, disposition, bytes } = answer
    return new Response(
      typeof content === 'string' || content instanceof ReadableStream ? content : Buffer.from(content),
      {
        headers: {
          'content-type': type,
          'content-disposition': disposition,
          'cache-control': 'private, no-store',
          ...(bytes === undefined ? {} : { 'content-length': String(bytes) }),
        },
      },
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const other = instead(error)
    if (other) return other
    if (error.code !== 'notFound') return plainAnswer(messageOf(error), 422)
    await noteRefusal(actor, new URL(request.url).pathname)
    return plainAnswer(missing, 404)
  }
}

export const plainAnswer = (words: string, status: number) =>
  new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** Saved, not shown. `said` is a name as somebody typed it, for browsers that read it; `plain` is for the others. */
export const asAttachment = (plain: string, said?: string) =>
  `attachment; filename="${plain}"${said === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(said)}`}`

/** Shown in the browser's own viewer. */
export const asInline = (plain: string) => `inline; filename="${plain}"`

export const PDF = 'application/pdf'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
