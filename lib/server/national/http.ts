import 'server-only'
import { Agent as HttpAgent, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent as HttpsAgent, request as tlsRequest } from 'node:https'
import type { TLSSocket } from 'node:tls'
import type { Cause } from '@/lib/domain/push'

/** `headers` with lower-case names. `certificateUntil` is the last moment of the counterpart's certificate. */
export type HttpAnswer = {
  status: number
  headers: Record<string, string>
  text: string
  certificateUntil: Date | null
}

export type Road = {
  agent: HttpAgent | HttpsAgent
  /** To the counterpart's hand: name, connection, TLS. */
  connectMs: number
  /** To the last byte of the answer. */
  callMs: number
}

/** Keys and certificates of the line, as PEM. */
type Tls = { cert?: string; key?: string; ca?: string; servername?: string }

const ANSWER_LIMIT = 10 * 1024 * 1024

/** A line to one address: connections are kept open, and TLS 1.2 is the least. */
export function openRoad(url: string, tls: Tls, pace: { connectMs: number; callMs: number }): Road {
  const agent = url.startsWith('https:')
    ? new HttpsAgent({ keepAlive: true, minVersion: 'TLSv1.2', ...tls })
    : new HttpAgent({ keepAlive: true })
  return { agent, connectMs: pace.connectMs, callMs: pace.callMs }
}

/** Nothing was heard to the end; `reason` says what may be known of the message, `cause` what the machine said. */
export class NoAnswer extends Error {
  constructor(
    readonly reason: Cause,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/**
 * Posts text and reads the whole answer, up to 10 MiB. A redirect is an answer like any other: it is not followed.
 * Rejects with `NoAnswer`; its reason is `network` where the message surely never left.
 */
export function post(url: URL, body: string, headers: Record<string, string>, road: Road): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let reached = false
    const secure = url.protocol === 'https:'
    const request = (secure ? tlsRequest : plainRequest)(url, {
      method: 'POST',
      agent: road.agent,
      // Packed answers are not asked for, so that none can burst.
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'accept-encoding': 'identity' },
    })
    const giveUp = (reason: Cause, cause: unknown) => {
      clearTimeout(untilReached)
      clearTimeout(untilDone)
      request.destroy()
      reject(new NoAnswer(reason, cause))
    }
    const untilReached = setTimeout(() => reached || giveUp('network', 'no connection in time'), road.connectMs)
    const untilDone = setTimeout(() => giveUp(reached ? 'timeout' : 'network', 'no answer in time'), road.callMs)
    const arrive = () => {
      reached = true
      clearTimeout(untilReached)
    }
    request.once('socket', (socket) => {
      if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', arrive)
      else arrive()
    })
    request.once('error', (error) => giveUp(reached ? 'reset' : 'network', error))
    request.once('response', (response) => {
      // Read now: a socket that is closed forgets its certificate.
      const certificateUntil = secure ? endOfCertificate(response.socket as TLSSocket) : null
      read(response).then(
        (text) => {
          clearTimeout(untilDone)
          resolve({ status: response.statusCode ?? 0, headers: flat(response), text, certificateUntil })
        },
        (error) => giveUp(error instanceof AnswerTooLong ? 'notJson' : 'reset', error),
      )
    })
    request.end(body)
  })
}

class AnswerTooLong extends Error {}

async function read(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length
    if (size > ANSWER_LIMIT) throw new AnswerTooLong()
    parts.push(part)
  }
  if (!response.complete) throw new Error('the answer broke off')
  return new TextDecoder().decode(Buffer.concat(parts))
}

const flat = (response: IncomingMessage) =>
  Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]))

function endOfCertificate(socket: TLSSocket): Date | null {
  const { valid_to } = socket.getPeerCertificate()
  return valid_to ? new Date(valid_to) : null
}
