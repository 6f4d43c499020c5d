/** Writes DER, as far as signatures and certificates need it. */

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

export function tlv(tag: number, ...content: Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content)
  return Buffer.concat([Uint8Array.of(tag), lengthOctets(body.length), body])
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

export const sequence = (...content: Uint8Array[]) => tlv(TAG.sequence, ...content)
/** Members stand in the order of their encodings, as DER demands. */
export const setOf = (tag: number, members: Uint8Array[]) => tlv(tag, ...members.toSorted(Buffer.compare))
export const octetString = (content: Uint8Array) => tlv(TAG.octetString, content)
export const nullValue = () => tlv(TAG.null)
export const smallInteger = (value: number) => tlv(TAG.integer, Uint8Array.of(value))
export const contextTag = (number: number, ...content: Uint8Array[]) => tlv(0xa0 | number, ...content)

/** A positive integer from its octets, most significant first. */
export function positiveInteger(octets: Uint8Array): Uint8Array {
  const first = octets.findIndex((octet) => octet !== 0)
  const digits = first < 0 ? Uint8Array.of(0) : octets.subarray(first)
  return tlv(TAG.integer, ...((digits[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : []), digits)
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tlv(TAG.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)))
}

function base128(value: number): number[] {
  const octets = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift((rest % 128) | 0x80)
  return octets
}
