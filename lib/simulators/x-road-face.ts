import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerJson } from './http-exchange'

/** Who may call, and which service of the ministry it is: `GET /r1/<service>/…`. Names are the simulator's own. */
export const DEMO_MEMBER = 'VN/GOV/H20/HOSO'
export const DEMO_SERVICE = 'VN/GOV/G09/CBCCVC/m0001'

const PREFIX = `/r1/${DEMO_SERVICE}`

/** The three families of faults that are the exchange's own, each with its status. */
const FAULTS = {
  xRoadClient: { status: 400, type: 'Client.BadRequest', message: 'Request is malformed' },
  xRoadOurs: { status: 500, type: 'Server.ClientProxy.NetworkError', message: 'Could not connect to any target host' },
  xRoadTheirs: { status: 500, type: 'Server.ServerProxy.ServiceFailed', message: 'Service provider did not answer' },
} as const

export type XRoadFault = keyof typeof FAULTS
export const isXRoadFault = (kind: string): kind is XRoadFault => kind in FAULTS

export const isXRoadCall = (path: string) => path.startsWith('/r1/')

/** The service's own path of an X-Road call, or the fault with which the security server answers instead. */
export function throughXRoad(path: string, { headers }: IncomingMessage): { path: string } | XRoadProblem {
  const client = headers['x-road-client']
  if (typeof client !== 'string') return problem('Client.BadRequest', 'Missing header X-Road-Client', 400)
  if (decodeURIComponent(client) !== DEMO_MEMBER)
    return problem('Server.ServerProxy.AccessDenied', `Request is not allowed: ${client}`, 500)
  if (!decodeURIComponent(path).startsWith(`${PREFIX}/`))
    return problem('Server.ServerProxy.UnknownService', `Unknown service: ${path}`, 500)
  return { path: decodeURIComponent(path).slice(PREFIX.length) }
}

export type XRoadProblem = { status: number; type: string; message: string }
const problem = (type: string, message: string, status: number): XRoadProblem => ({ status, type, message })

export const faultOf = (kind: XRoadFault): XRoadProblem => FAULTS[kind]

/** Says the fault as X-Road does: by its header, and in a body of three strings. */
export function answerProblem(response: ServerResponse, { status, type, message }: XRoadProblem) {
  response.setHeader('x-road-error', type)
  answerJson(response, status, { type, message, detail: randomUUID() })
}

/** What the security server adds to the service's answer. */
export function markAnswer(response: ServerResponse, { headers }: IncomingMessage) {
  const id = headers['x-road-id'] ?? randomUUID()
  response.setHeader('x-road-client', headers['x-road-client'] ?? '')
  response.setHeader('x-road-service', DEMO_SERVICE)
  response.setHeader('x-road-id', id)
  response.setHeader('x-road-request-id', randomUUID())
  response.setHeader('x-road-request-hash', createHash('sha512').update(String(id)).digest('base64'))
}
