import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type Fault, isAppliedFirst } from './fault-queue'
import { answerHalf, answerHtml, answerJson } from './http-exchange'
import { answerProblem, faultOf, isXRoadFault } from './x-road-face'

const TOO_LONG = 12 * 1024 * 1024
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** Answers as asked for: properly, or with the fault that waits at this door. */
export async function respond(response: ServerResponse, fault: Fault | null, work: () => unknown) {
  if (!fault || fault.kind === 'reject') return answerJson(response, 200, work())
  if (isAppliedFirst(fault.kind)) return afterwards(response, fault, work())
  return instead(response, fault)
}

/** The same for a service that answers in XML. */
export async function respondXml(response: ServerResponse, fault: Fault | null, work: () => string) {
  if (fault && !isAppliedFirst(fault.kind)) return instead(response, fault)
  const xml = Buffer.from(work())
  if (fault?.kind === 'lostAnswer') return response.destroy()
  if (fault?.kind === 'slow') await wait(fault.delayMs, undefined, { ref: false })
  response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'content-length': xml.length })
  if (fault?.kind === 'truncated') return response.write(xml.subarray(0, xml.length / 2), () => response.destroy())
  return response.end(xml)
}

async function afterwards(response: ServerResponse, { kind, delayMs }: Fault, value: unknown) {
  const text = JSON.stringify(value)
  switch (kind) {
    case 'lostAnswer':
      return response.destroy()
    case 'truncated':
      return answerHalf(response, value)
    case 'bom':
      return response.writeHead(200, JSON_TYPE).end(`\uFEFF${text}`)
    case 'textCode':
      return response.writeHead(200, JSON_TYPE).end(text.replace(/"err_code":(\d+)/, '"err_code":"$1"'))
    case 'unknownFields':
      return answerJson(response, 200, { ...(value as object), version: '2.0', extension: { more: [1, 2] } })
    default:
      await wait(delayMs, undefined, { ref: false })
      return answerJson(response, 200, value)
  }
}

function instead(response: ServerResponse, { kind }: Fault) {
  if (isXRoadFault(kind)) return answerProblem(response, faultOf(kind))
  switch (kind) {
    case 'down':
      return response.destroy()
    case 'html':
      return answerHtml(response)
    case 'busy':
      return response.writeHead(429, { 'retry-after': '2' }).end('{"message":"Too many requests"}')
    case 'busyUntil':
      return response.writeHead(429, { 'retry-after': new Date(Date.now() + 3_000).toUTCString() }).end('{}')
    case 'maintenance':
      return response.writeHead(503).end('Service Unavailable')
    case 'failed':
      return response.writeHead(500).end('{"message":"Internal Server Error"}')
    case 'unauthorized':
      return answerJson(response, 401, { message: 'Unauthorized', err_code: 1 })
    case 'forbidden':
      return answerJson(response, 403, { message: 'Forbidden', err_code: 1 })
    case 'redirect':
      return response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end()
    case 'tooLong':
      return response.writeHead(200, JSON_TYPE).end(Buffer.alloc(TOO_LONG, ' '))
    case 'packed':
      return response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(TOO_LONG)))
    default:
      // UTF-16 under the name of UTF-8.
      return response.writeHead(200, JSON_TYPE).end(Buffer.from('{"err_code":0}', 'utf16le'))
  }
}
