import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { FileKey } from './keys'

/**
 * A sealed file: `DTF1`, length and name of the key, salt; then frames of 64 KiB, each AES-256-GCM with its own tag.
 * Every file has a key of its own, derived with the salt. The nonce counts the frames and marks the last one, so that
 * a frame changed, moved, repeated or cut off is found before a byte of it is given out.
 */
const MAGIC = Buffer.from('DTF1')
const SALT_BYTES = 16
const TAG_BYTES = 16
const FRAME_BYTES = 65_536

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Bytes for the disk, as they come. */
export async function* sealed(source: ByteSource, key: FileKey): AsyncGenerator<Buffer> {
  const header = headerOf(key.id, randomBytes(SALT_BYTES))
  const frames = framesUnder(key, header)
  yield header
  let held: Buffer = Buffer.alloc(0)
  for await (const bytes of source) {
    held = held.length === 0 ? Buffer.from(bytes) : Buffer.concat([held, bytes])
    // One frame is always kept back: only the end tells which was the last.
    let start = 0
    for (; held.length - start > FRAME_BYTES; start += FRAME_BYTES) {
      yield frames.seal(held.subarray(start, start + FRAME_BYTES), false)
    }
    held = held.subarray(start)
  }
  yield frames.seal(held, true)
}

/** The way back. Throws `SealBroken` on anything that was not written by `sealed` under one of these keys. */
export async function* opened(source: ByteSource, keys: readonly FileKey[]): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  let frames: ReturnType<typeof framesUnder> | null = null
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes])
    if (frames === null) {
      const header = headerIn(held)
      if (header === null) continue
      held = held.subarray(header.length)
      frames = framesUnder(keyOf(header, keys), header)
    }
    let start = 0
    for (; held.length - start > FRAME_BYTES + TAG_BYTES; start += FRAME_BYTES + TAG_BYTES) {
      yield frames.open(held.subarray(start, start + FRAME_BYTES + TAG_BYTES), false)
    }
    held = held.subarray(start)
  }
  if (frames === null) throw new SealBroken('the file ends in its header')
  yield frames.open(held, true)
}

export class SealBroken extends Error {
  constructor(why: string) {
    super(`A stored file cannot be opened: ${why}.`)
    this.name = 'SealBroken'
  }
}

const headerOf = (keyId: string, salt: Buffer) =>
  Buffer.concat([MAGIC, Buffer.from([Buffer.byteLength(keyId)]), Buffer.from(keyId), salt])

/** The header at the beginning, or null while there are too few bytes. */
function headerIn(bytes: Buffer): Buffer | null {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC.subarray(0, bytes.length))) {
    throw new SealBroken('it is no sealed file')
  }
  const length = MAGIC.length + 1 + (bytes[MAGIC.length] ?? 0) + SALT_BYTES
  return bytes.length > MAGIC.length && bytes.length >= length ? Buffer.from(bytes.subarray(0, length)) : null
}

function keyOf(header: Buffer, keys: readonly FileKey[]): FileKey {
  const id = header.subarray(MAGIC.length + 1, header.length - SALT_BYTES).toString()
  const key = keys.find((one) => one.id === id)
  if (!key) throw new SealBroken(`its key "${id}" is not among FILE_KEYS`)
  return key
}

function framesUnder(key: FileKey, header: Buffer) {
  const salt = header.subarray(header.length - SALT_BYTES)
  const secret = Buffer.from(hkdfSync('sha256', key.secret, salt, 'portal file', 32))
  let count = 0
  const nonce = (last: boolean) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt32BE(count, 4)
    bytes[11] = last ? 1 : 0
    count += 1
    return bytes
  }
  return {
    seal(plain: Buffer, last: boolean) {
      const cipher = createCipheriv('aes-256-gcm', secret, nonce(last)).setAAD(header)
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(frame: Buffer, last: boolean) {
      if (frame.length < TAG_BYTES) throw new SealBroken('it was cut off')
      const body = frame.length - TAG_BYTES
      const decipher = createDecipheriv('aes-256-gcm', secret, nonce(last), { authTagLength: TAG_BYTES })
      decipher.setAAD(header).setAuthTag(frame.subarray(body))
      try {
        return Buffer.concat([decipher.update(frame.subarray(0, body)), decipher.final()])
      } catch {
        throw new SealBroken('it was changed or cut off')
      }
    },
  }
}
