import { type HashName, readHash } from './algorithms'
import { type EnclosingCms, readEnclosingCms } from './cms'
import { DerError, expectTag, inside, readOid, readOne, readTime, sameBytes } from './der-reader'
import { TAG } from './der-writer'
import { OID } from './oids'

/** What a time stamp says, before anything of it is believed (RFC 3161 §2.4.2). */
export type TimeStampToken = {
  cms: EnclosingCms
  /** Hash of what was stamped; null for one that is not accepted. */
  hash: HashName | null
  imprint: Uint8Array
  at: Date
  /** Content of the integer, as it stands there; null without one. */
  nonce: Uint8Array | null
}

/** Reads a time stamp. Throws DerError. */
export function readTimeStamp(token: Uint8Array): TimeStampToken {
  const cms = readEnclosingCms(token, OID.timeStampInfo)
  const info = readOne(cms.content)
  if (info.whole.length !== cms.content.length) throw new DerError('Something follows the time')
  const [version, policy, imprint, serial, time, ...rest] = inside(info)
  if (!sameBytes(expectTag(version, TAG.integer).content, Uint8Array.of(1))) throw new DerError('Version other than 1')
  readOid(policy)
  expectTag(serial, TAG.integer)
  const [algorithm, digest] = inside(imprint)
  if (!algorithm) throw new DerError('An imprint without algorithm')
  return {
    cms,
    hash: readHash(algorithm),
    imprint: expectTag(digest, TAG.octetString).content,
    at: readTime(expectTag(time, TAG.generalizedTime)),
    nonce: rest.find(({ tag }) => tag === TAG.integer)?.content ?? null,
  }
}
