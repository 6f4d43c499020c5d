import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerJson, readBody, readJson } from '../http-exchange'
import { answerRevocation } from './revocation-desk'
import type { ServiceKey } from './service-key'
import { stampTime } from './time-stamp-desk'

export type AuthorityKeys = {
  stamp: ServiceKey | null
  responder: ServiceKey | null
  /** Lists of revoked certificates, ready made. */
  lists: Buffer[]
}

/**
 * The services of the simulated certification authority: `/authority/tsa` stamps times, `/authority/ocsp` and `/authority/<n>.crl`
 * say who was revoked. A portal that plays another day says which in `demonstration-time`; no real authority would listen to that.
 * `PUT /__sim/authority {down, revoked: {serial: time}}` turns them.
 */
export function demoAuthority(keys: () => AuthorityKeys) {
  let down = false
  const revoked = new Map<string, Date>()
  /** Read at the first question: the demonstration may still be making them. */
  let known: AuthorityKeys | null = null

  const services = async (path: string, request: IncomingMessage, response: ServerResponse) => {
    const at = timeFor(request)
    const body = await readBody(request)
    if (down) return void response.destroy()
    known ??= keys()
    const { stamp, responder, lists } = known
    const list = lists[Number(/^\/authority\/(\d)\.crl$/.exec(path)?.[1] ?? Number.NaN)]
    if (path === '/authority/tsa' && stamp) return answer(response, 'timestamp-reply', stampTime(body, stamp, at))
    if (path === '/authority/ocsp' && responder) {
      return answer(response, 'ocsp-response', answerRevocation(body, responder, { revoked, at }))
    }
    if (list) return answer(response, 'pkix-crl', list)
    return answerJson(response, 404, { message: 'url not found' })
  }

  const turn = async (request: IncomingMessage, response: ServerResponse) => {
    const wish = (await readJson(request)) ?? {}
    down = wish.down === true
    revoked.clear()
    for (const [serial, at] of Object.entries(wish.revoked ?? {})) revoked.set(serial, new Date(String(at)))
    return answerJson(response, 200, { ok: true })
  }

  return { services, turn }
}

function timeFor({ headers }: IncomingMessage) {
  const told = new Date(String(headers['demonstration-time'] ?? ''))
  return Number.isNaN(told.getTime()) ? new Date() : told
}

function answer(response: ServerResponse, type: string, body: Uint8Array) {
  response.writeHead(200, { 'content-type': `application/${type}`, 'content-length': body.length }).end(body)
}
