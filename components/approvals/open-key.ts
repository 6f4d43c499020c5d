import { type Asn1, type Bag, belongsTo, certificatesOf, type Forge, type RsaKey } from './key-certificate'
import { KeyProblem } from './key-problem'
import { expectDigest } from './signed-digest'

/** A key opened in the page. It stays there: only the certificate and signatures leave. */
export type OpenedKey = {
  /** DER in base64, as is everything that goes to the server. */
  certificate: string
  intermediates: string[]
  subject: string
  serial: string
  notAfter: Date
  /** Signs the attributes (SHA-256, PKCS #1 v1.5) provided they carry the digest, in hex, that the page shows. Throws KeyProblem. */
  sign(attributes: Uint8Array, shownDigest: string): string
}

/** Opens a PKCS #12 file in the page. Throws KeyProblem, whose message is for the person. */
export async function openKey(file: ArrayBuffer, password: string): Promise<OpenedKey> {
  const forge = (await import('node-forge')).default
  const bags = readBags(forge, file, password)
  const key = privateKeyOf(forge, bags)
  const certificates = certificatesOf(forge, bags)
  const own = certificates.find((certificate) => belongsTo(forge, certificate, key))
  if (!own) throw new KeyProblem('noCertificate')
  const { der, ...shown } = own
  return {
    ...shown,
    certificate: forge.util.encode64(der),
    intermediates: certificates.filter((one) => one !== own).map((one) => forge.util.encode64(one.der)),
    sign: (attributes, shownDigest) => {
      const bytes = forge.util.binary.raw.encode(attributes)
      expectDigest(forge, bytes, shownDigest)
      return forge.util.encode64(key.sign(forge.md.sha256.create().update(bytes)))
    },
  }
}

const FOREIGN = /Cannot read PKCS#12 PFX|PFX of version|Only PKCS#12 PFX|authSafe/

function readBags(forge: Forge, file: ArrayBuffer, password: string): Bag[] {
  const parsed = parse(forge, file)
  const composed = password.normalize('NFC')
  try {
    return bagsOf(forge.pkcs12.pkcs12FromAsn1(parsed, composed))
  } catch (problem) {
    const reason = messageOf(problem)
    if (FOREIGN.test(reason)) throw new KeyProblem('notAKeyFile')
    if (/unsupported/i.test(reason)) throw new KeyProblem('lockUnknown')
    if (isAscii(composed) || reason.includes('MAC could not be verified')) throw new KeyProblem('wrongPassword')
    return readNewerBags(forge, parse(forge, file), composed)
  }
}

/**
 * Newer files (PBES2) lock the key with the password in UTF-8, forge with its lower bytes only. The password has passed the
 * file's own check by now, so that check is taken off and the key opened with the right bytes.
 */
function readNewerBags(forge: Forge, parsed: Asn1, password: string): Bag[] {
  try {
    ;(parsed.value as Asn1[]).length = 2
    return bagsOf(forge.pkcs12.pkcs12FromAsn1(parsed, forge.util.encodeUtf8(password)))
  } catch {
    throw new KeyProblem('wrongPassword')
  }
}

function parse(forge: Forge, file: ArrayBuffer): Asn1 {
  try {
    return forge.asn1.fromDer(forge.util.createBuffer(file))
  } catch {
    throw new KeyProblem('notAKeyFile')
  }
}

const bagsOf = (file: { safeContents: { safeBags: Bag[] }[] }) => file.safeContents.flatMap(({ safeBags }) => safeBags)
const messageOf = (problem: unknown) => (problem instanceof Error ? problem.message : '')
const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text)

function privateKeyOf(forge: Forge, bags: Bag[]): RsaKey {
  const kinds = [forge.pki.oids.pkcs8ShroudedKeyBag, forge.pki.oids.keyBag]
  const keys = bags.filter(({ type }) => kinds.includes(type))
  if (keys.length === 0) throw new KeyProblem('noKey')
  const key = keys.find((bag) => bag.key)?.key
  if (!key) throw new KeyProblem('keyNotRsa')
  return key as RsaKey
}
