import { children, type Forge } from './key-certificate'
import { KeyProblem } from './key-problem'

/** Refuses attributes that would sign something else than what is shown: exactly one message digest, and that one. */
export function expectDigest(forge: Forge, attributes: string, shownDigest: string) {
  const digests = digestsIn(forge, attributes)
  if (digests.length !== 1 || digests[0] !== shownDigest.toLowerCase()) throw new KeyProblem('digestDiffers')
}

function digestsIn(forge: Forge, attributes: string): string[] {
  try {
    const wanted = forge.asn1.oidToDer(forge.pki.oids.messageDigest ?? '').getBytes()
    return children(forge.asn1.fromDer(attributes)).flatMap((attribute) => {
      const [type, values] = children(attribute)
      if (type?.value !== wanted) return []
      return children(values).map(({ value }) => forge.util.bytesToHex(value as string))
    })
  } catch {
    return []
  }
}
