import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** One text message in, one out, and it closes: all that the tool's protocol needs of RFC 6455. */
export type Socket = {
  /** Resolves with the first message; null when the other side leaves without one. */
  message: Promise<string | null>
  answer(text: string): void
  /** Cuts the line without a word. */
  drop(): void
}

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const MOST = 1024 * 1024
const [TEXT, CLOSE] = [0x1, 0x8]

/** Completes the handshake of an upgrade request; null, with the line closed, for one that is none. */
export function acceptSocket(request: IncomingMessage, line: Duplex): Socket | null {
  const key = request.headers['sec-websocket-key']
  if (typeof key !== 'string' || request.headers.upgrade?.toLowerCase() !== 'websocket') {
    line.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    return null
  }
  const accept = createHash('sha1')
    .update(key + MAGIC)
    .digest('base64')
  line.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${accept}`,
      '',
      '',
    ].join('\r\n'),
  )
  return {
    message: firstMessage(line),
    answer: (text) => {
      if (!line.destroyed)
        line.end(Buffer.concat([frame(TEXT, Buffer.from(text)), frame(CLOSE, Buffer.of(0x03, 0xe8))]))
    },
    drop: () => line.destroy(),
  }
}

function firstMessage(line: Duplex): Promise<string | null> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0)
    const parts: Buffer[] = []
    line.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      if (received.length > MOST) return line.destroy()
      for (let read = readFrame(received); read; read = readFrame(received)) {
        received = received.subarray(read.length)
        if (read.code === CLOSE) return line.end(frame(CLOSE, Buffer.alloc(0)))
        // Pings and pongs carry no message.
        if (read.code > 0x8) continue
        parts.push(read.content)
        if (read.last) return resolve(Buffer.concat(parts).toString('utf8'))
      }
    })
    line.on('error', () => resolve(null))
    line.on('close', () => resolve(null))
  })
}

type Frame = { code: number; last: boolean; content: Buffer; length: number }

/** The frame at the beginning, once it is whole. What a browser sends is masked. */
function readFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null
  const [first = 0, second = 0] = bytes
  const short = second & 0x7f
  const head = short === 126 ? 4 : short === 127 ? 10 : 2
  const masked = (second & 0x80) !== 0
  if (bytes.length < head + (masked ? 4 : 0)) return null
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  const at = head + (masked ? 4 : 0)
  if (bytes.length < at + size) return null
  const mask = masked ? bytes.subarray(head, at) : Buffer.alloc(4)
  const content = Buffer.from(bytes.subarray(at, at + size)).map((byte, index) => byte ^ (mask[index % 4] ?? 0))
  return { code: first & 0x0f, last: (first & 0x80) !== 0, content: Buffer.from(content), length: at + size }
}

function frame(code: number, content: Buffer): Buffer {
  const head = Buffer.of(0x80 | code, content.length < 126 ? content.length : content.length < 65536 ? 126 : 127)
  const size = content.length < 126 ? Buffer.alloc(0) : Buffer.alloc(content.length < 65536 ? 2 : 8)
  if (size.length === 2) size.writeUInt16BE(content.length)
  if (size.length === 8) size.writeBigUInt64BE(BigInt(content.length))
  return Buffer.concat([head, size, content])
}
