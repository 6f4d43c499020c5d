import { randomBytes } from 'node:crypto'
import { request } from 'node:https'

/** What a browser does: opens a socket, sends one text, takes one. Null when the line is cut without an answer. */
export function askSimulator(url: string, path: string, message: object): Promise<string | null> {
  const { port } = new URL(url)
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'eA==',
  }
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, rejectUnauthorized: false })
      .on('error', reject)
      .on('upgrade', (_, line) => {
        let received = Buffer.alloc(0)
        line.on('data', (chunk: Buffer) => {
          received = Buffer.concat([received, chunk])
        })
        line.on('error', () => resolve(null))
        line.on('close', () => resolve(received.length > 0 ? textOf(received) : null))
        line.write(masked(Buffer.from(JSON.stringify(message))))
      })
      .end()
  })
}

function masked(content: Buffer) {
  const mask = randomBytes(4)
  const head = Buffer.of(0x81, 0x80 | 126, content.length >> 8, content.length & 0xff)
  return Buffer.concat([head, mask, content.map((byte, index) => byte ^ mask[index % 4]!)])
}

function textOf(frames: Buffer) {
  const short = frames[1]! & 0x7f
  return short === 126
    ? frames.subarray(4, 4 + frames.readUInt16BE(2)).toString()
    : frames.subarray(2, 2 + short).toString()
}
