import 'server-only'
import type { Cause } from '@/lib/domain/push'

export type HttpAnswer = { status: number; headers: Headers; text: string }

const ANSWER_LIMIT = 10 * 1024 * 1024

/** Faults that come before the first byte leaves. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Posts JSON and reads the whole answer, up to 10 MiB. A redirect is an answer like any other: it is not followed. */
export async function postJson(
  url: URL,
  body: unknown,
  how: { timeoutMs: number; token?: string },
): Promise<HttpAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(how.timeoutMs),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json',
      ...(how.token !== undefined && { authorization: `Bearer ${how.token}` }),
    },
    body: JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, text: await read(response) }
}

/** What went wrong, when there is no answer to read. */
export function causeOf(error: unknown): Cause {
  if (error instanceof AnswerTooLong) return 'notJson'
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'timeout'
  const { code, name } = (error instanceof Error ? (error.cause ?? {}) : {}) as { code?: string; name?: string }
  if (name === 'TimeoutError') return 'timeout'
  const handshake = code?.startsWith('ERR_TLS') || code?.includes('CERT')
  return handshake || NOT_CONNECTED.has(code ?? '') ? 'network' : 'reset'
}

class AnswerTooLong extends Error {}

async function read(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > ANSWER_LIMIT) throw new AnswerTooLong()
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}
