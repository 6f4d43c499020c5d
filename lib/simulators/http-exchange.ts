import type { IncomingMessage, ServerResponse } from 'node:http'

const BODY_LIMIT = 5 * 1024 * 1024

/** Reads a body. Throws `TooLarge` beyond 5 MiB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > BODY_LIMIT) throw new TooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Reads a JSON body; null when it is not JSON. Throws `TooLarge` beyond 5 MiB. */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const body = await readBody(request)
  try {
    const value: unknown = JSON.parse(body.toString('utf8') || '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

export class TooLarge extends Error {}

export function answerJson(response: ServerResponse, status: number, value: unknown) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

/** A proxy's page where an answer was expected. */
export function answerHtml(response: ServerResponse) {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end('<!doctype html><title>Bảo trì</title><p>Hệ thống đang bảo trì.</p>')
}

/** Promises the whole answer, sends half, and hangs up. */
export function answerHalf(response: ServerResponse, value: unknown) {
  const whole = Buffer.from(JSON.stringify(value))
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': whole.length })
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy())
}
