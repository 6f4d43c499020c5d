/** Writes DER, enough of it for a certificate and a signature. Ours on purpose: a counterpart must not share our mistakes. */
export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content])
  const length: number[] = []
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256)
  return Buffer.concat([Buffer.of(tag, 0x80 | length.length, ...length), content])
}

export const SEQUENCE = 0x30
export const SET = 0x31
export const sequence = (...parts: Uint8Array[]) => der(SEQUENCE, ...parts)
export const octets = (bytes: Uint8Array) => der(0x04, bytes)
export const small = (number: number) => der(0x02, Buffer.of(number))
export const NULL = der(0x05)

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const arc of rest) {
    const septets = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) septets.unshift((left % 128) | 0x80)
    bytes.push(...septets)
  }
  return der(0x06, Buffer.from(bytes))
}

/** A SET OF has its members in the order of their bytes. */
export const setOf = (tag: number, members: Buffer[]) => der(tag, ...members.toSorted(Buffer.compare))

/** The members of what begins at `from`, each whole. */
export function members(bytes: Buffer): Buffer[] {
  const [at, end] = contentOf(bytes, 0)
  const found: Buffer[] = []
  for (let from = at; from < end; ) {
    const [, until] = contentOf(bytes, from)
    found.push(bytes.subarray(from, until))
    from = until
  }
  return found
}

function contentOf(bytes: Buffer, from: number): [number, number] {
  const first = bytes[from + 1] ?? 0
  if (first < 0x80) return [from + 2, from + 2 + first]
  const count = first & 0x7f
  const at = from + 2 + count
  return [at, at + bytes.readUIntBE(from + 2, count)]
}
