import { type Der, DerError, inside, only, readOne } from './der-reader'
import { contextTag, oid, sequence, setOf, TAG, tlv } from './der-writer'
import { OID } from './oids'
import type { Gap } from './prepare'
import { writtenSignatures } from './structure'

/** The newest signature of a file, as far as a time stamp needs it. */
export type LastSignature = { gap: Gap; value: Uint8Array; isStamped: boolean }

/** Null when the file has none that can be read: then there is nothing to stamp, and verifying will say why. */
export function lastSignature(pdf: Uint8Array): LastSignature | null {
  const placed = writtenSignatures(pdf)
    .filter((one) => one !== null)
    .sort((a, b) => a.end - b.end)
    .at(-1)
  if (!placed) return null
  try {
    const { signer } = opened(placed.contents)
    const [, , , , , signature, unsigned] = signer
    return signature ? { gap: placed.gap, value: signature.content, isStamped: unsigned !== undefined } : null
  } catch {
    return null
  }
}

/**
 * Puts a time stamp beside the signature in this gap (unsigned attribute, PAdES B-T). Nothing that was signed changes, and no byte
 * outside the gap. Throws RangeError when there is no room, DerError when the gap holds no signature.
 */
export function addTimeStamp(pdf: Uint8Array, gap: Gap, token: Uint8Array): Uint8Array {
  const hex = Buffer.from(pdf.subarray(gap.start + 1, gap.end - 1)).toString('latin1')
  const { type, fields, signer } = opened(Buffer.from(hex, 'hex'))
  if (signer.length !== 6) throw new DerError('A signature that has more than a signature')
  const attribute = sequence(oid(OID.timeStampToken), setOf(TAG.set, [token]))
  const stamped = sequence(...signer.map(({ whole }) => whole), contextTag(1, attribute))
  const others = fields.slice(0, -1).map(({ whole }) => whole)
  const cms = sequence(type.whole, contextTag(0, sequence(...others, tlv(TAG.set, stamped))))
  const room = gap.end - gap.start - 2
  if (cms.length * 2 > room) throw new RangeError(`With its time stamp the signature needs ${cms.length} bytes`)
  const filled = Buffer.from(pdf)
  filled.write(Buffer.from(cms).toString('hex').padEnd(room, '0'), gap.start + 1, 'latin1')
  return new Uint8Array(filled)
}

/** The parts of a CMS that stay and the one that grows: the entry of its only signer. */
function opened(cms: Uint8Array): { type: Der; fields: Der[]; signer: Der[] } {
  const [type, body] = inside(readOne(cms))
  const fields = inside(only(inside(body, 0xa0)))
  if (!type) throw new DerError('Not signed data')
  return { type, fields, signer: inside(only(inside(fields.at(-1), TAG.set))) }
}
