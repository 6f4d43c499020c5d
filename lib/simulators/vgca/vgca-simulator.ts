import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { answerJson, readJson } from '../http-exchange'
import { ownCertificate } from './own-certificate'
import { signedBy, type Tokens, VGCA_FAULTS, type VgcaFault } from './vgca-faults'
import { acceptSocket, type Socket } from './web-socket'

export type VgcaSettings = { port: number; tokens: Tokens; holder: string; say?: (line: string) => void }
export type VgcaSimulator = {
  /** `wss://127.0.0.1:8987` */
  url: string
  /** The next time one signs, this happens. */
  fail(fault: VgcaFault): void
  close(): Promise<void>
}

type Answer = { Status: number; Message: string; FileName?: string; FileServer?: string }
const SIGNS = ['/SignApproved', '/SignIssued', '/SignPDF']

/**
 * Speaks the wire protocol of the VGCA Sign Service on 127.0.0.1: one WebSocket a question, JSON in, JSON out; it fetches the file,
 * signs it and brings it back itself, without cookies. It is a counterpart to try with: it has no token and no window, signs with a
 * demonstration key at once, and is never the real tool.
 */
export async function startVgcaSimulator({
  port,
  tokens,
  holder,
  say = () => {},
}: VgcaSettings): Promise<VgcaSimulator> {
  const waiting: VgcaFault[] = []
  const server = createServer(ownCertificate(new Date()), (request, response) => control(request, response, waiting))
  server.on('upgrade', async (request: IncomingMessage, line: Duplex) => {
    const path = new URL(request.url ?? '/', 'https://tool').pathname
    const socket = acceptSocket(request, line)
    const message = await socket?.message
    if (!socket || typeof message !== 'string') return
    const signs = SIGNS.includes(path)
    const fault = signs ? (waiting.shift() ?? null) : null
    say(`${path}${fault ? ` (${fault})` : ''}`)
    if (signs) return respond(socket, fault, () => sign(message, tokens, fault))
    const known = path === '/GetCertInfo'
    socket.answer(
      JSON.stringify(known ? { Status: 0, Message: '', CertInfo: holder } : { Status: 1, Message: 'Unknown' }),
    )
  })
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', ready)
  })
  return {
    url: `wss://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail: (fault) => waiting.push(fault),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function respond(socket: Socket, fault: VgcaFault | null, work: () => Promise<Answer>) {
  if (fault === 'neverAnswers') return
  if (fault === 'dropsLine') return socket.drop()
  if (fault === 'garbledAnswer') return socket.answer('<html>')
  const answer = await work().catch((error: Error) => ({ Status: 6, Message: error.message }))
  socket.answer(JSON.stringify({ FileName: '', FileServer: '', CustomSignatureText: '', ...answer }))
}

async function sign(message: string, tokens: Tokens, fault: VgcaFault | null): Promise<Answer> {
  if (fault === 'userCancels') return { Status: 5, Message: 'Người dùng hủy ký.' }
  if (fault === 'noToken') return { Status: 3, Message: 'Không tìm thấy thiết bị ký số.' }
  if (fault === 'saysDoneWithoutFile') return { Status: 0, Message: '' }
  const asked = JSON.parse(message) as { FileName?: unknown; FileUploadHandler?: unknown }
  const source = await fetch(String(asked.FileName))
  if (!source.ok) return { Status: 2, Message: `Không tải được tệp (${source.status}).` }
  const signed = signedBy(new Uint8Array(await source.arrayBuffer()), tokens, fault)
  const answer = await bring(String(asked.FileUploadHandler), signed)
  if (fault === 'sendsTwice') await bring(String(asked.FileUploadHandler), signed)
  return answer
}

/** As the tool does it: a form with one file, `uploadfile`, and an answer in its own words. */
async function bring(address: string, signed: Uint8Array): Promise<Answer> {
  const form = new FormData()
  form.set('uploadfile', new Blob([new Uint8Array(signed)], { type: 'application/pdf' }), 'da-ky.pdf')
  const response = await fetch(address, { method: 'POST', body: form })
  return (await response.json()) as Answer
}

/** `POST /__sim/faults {"kind": "userCancels"}`: what tests and trials turn. No counterpart has it. */
async function control(request: IncomingMessage, response: ServerResponse, waiting: VgcaFault[]) {
  if (request.method !== 'POST' || request.url !== '/__sim/faults') return answerJson(response, 404, {})
  const kind = (await readJson(request).catch(() => null))?.kind
  const fault = VGCA_FAULTS.find((one) => one === kind)
  if (!fault) return answerJson(response, 400, { ok: false, message: `kind: one of ${VGCA_FAULTS.join(', ')}` })
  waiting.push(fault)
  return answerJson(response, 200, { ok: true })
}
