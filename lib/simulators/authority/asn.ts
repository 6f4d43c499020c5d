/** DER as the simulated authority reads and writes it; its own, so that it does not share the portal's mistakes. */

export const der = (tag: number, ...content: Uint8Array[]): Buffer => {
  const body = Buffer.concat(content)
  if (body.length < 0x80) return Buffer.concat([Uint8Array.of(tag, body.length), body])
  const digits = body.length.toString(16)
  const octets = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex')
  return Buffer.concat([Uint8Array.of(tag, 0x80 + octets.length), octets, body])
}

export const seq = (...content: Uint8Array[]) => der(0x30, ...content)
export const set = (...content: Uint8Array[]) => der(0x31, ...content.toSorted(Buffer.compare))
export const octets = (content: Uint8Array) => der(0x04, content)
export const bits = (content: Uint8Array) => der(0x03, Uint8Array.of(0), content)
export const int = (value: number) => der(0x02, Uint8Array.of(value))
export const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex')

/** `20261127013000Z` */
export const time = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`))

export type Part = { tag: number; whole: Buffer; content: Buffer }

/** The values in these bytes, one after the other. Throws RangeError for what is no DER. */
export function parts(bytes: Buffer): Part[] {
  const found: Part[] = []
  for (let at = 0; at < bytes.length; ) {
    const [tag, first] = [bytes[at], bytes[at + 1]]
    if (tag === undefined || first === undefined) throw new RangeError('Cut short')
    const more = first < 0x80 ? 0 : first - 0x80
    if (more > 4) throw new RangeError('Too long')
    const length = more === 0 ? first : bytes.readUIntBE(at + 2, more)
    const start = at + 2 + more
    if (start + length > bytes.length) throw new RangeError('Cut short')
    found.push({ tag, whole: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) })
    at = start + length
  }
  return found
}

/** What is inside the first value; with more tags, further in. */
export const within = (bytes: Buffer, depth = 1): Part[] => {
  const inner = parts(bytes)[0]?.content ?? Buffer.alloc(0)
  return depth === 1 ? parts(inner) : within(inner, depth - 1)
}

/** Identifiers, as they stand in DER. */
export const ID = {
  signedData: hex('06092a864886f70d010702'),
  contentType: hex('06092a864886f70d010903'),
  messageDigest: hex('06092a864886f70d010904'),
  algorithmProtection: hex('06092a864886f70d010934'),
  signingCertificateV2: hex('060b2a864886f70d010910022f'),
  timeStampInfo: hex('060b2a864886f70d0109100104'),
  sha256: hex('0609608648016503040201'),
  sha384: hex('0609608648016503040202'),
  sha512: hex('0609608648016503040203'),
  sha256WithRsa: hex('06092a864886f70d01010b'),
  ecdsaWithSha256: hex('06082a8648ce3d040302'),
  ocspBasic: hex('06092b0601050507300101'),
  ocspNonce: hex('06092b0601050507300102'),
  /** 2.999: nobody's, for examples. */
  demonstrationPolicy: hex('06038837 01'),
}
