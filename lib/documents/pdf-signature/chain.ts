import { isStrongKey } from './algorithms'
import type { Certificate } from './certificate'
import { sameBytes } from './der-reader'

const LONGEST = 6

/**
 * The way from a certificate up to one of the anchors, both ends included; null when there is none.
 * Names, signatures and the right to issue are judged here, times are not.
 */
export function pathToAnchor(signer: Certificate, others: Certificate[], anchors: Certificate[]): Certificate[] | null {
  const isAnchor = (one: Certificate) => anchors.some(({ fingerprint }) => fingerprint === one.fingerprint)
  const climb = (path: Certificate[]): Certificate[] | null => {
    const below = path.at(-1)
    if (!below || path.length > LONGEST) return null
    for (const issuer of [...anchors, ...others]) {
      if (path.includes(issuer) || !issued(issuer, below, path.length - 1)) continue
      const found = isAnchor(issuer) ? [...path, issuer] : climb([...path, issuer])
      if (found) return found
    }
    return null
  }
  return climb([signer])
}

/** Whether `issuer` made `below`, and may have `between` authorities under it on the way to the signer. */
function issued(issuer: Certificate, below: Certificate, between: number) {
  return (
    sameBytes(issuer.encoded.subject, below.encoded.issuer) &&
    issuer.isAuthority &&
    issuer.keyUsage.includes('keyCertSign') &&
    (issuer.pathLength === null || between <= issuer.pathLength) &&
    !issuer.hasUnknownCritical &&
    below.isSignedBy(issuer)
  )
}

/** Whether no weak key and no weak hash stands on the way. Nobody relies on the signature of a root over itself. */
export const isStrongPath = (path: Certificate[]) =>
  path.every((one) => isStrongKey(one.key) && (one.scheme !== null || isSelfSigned(one)))

const isSelfSigned = ({ encoded }: Certificate) => sameBytes(encoded.subject, encoded.issuer)
