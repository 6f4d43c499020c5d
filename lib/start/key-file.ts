import type { KeyObject } from 'node:crypto'
import forge from 'node-forge'

type KeyFile = {
  /** RSA: node-forge knows no other. */
  key: KeyObject
  /** The certificate of the key first, then its issuers. */
  chain: Uint8Array[]
  password: string
  /** How the key is locked: `aes256` is PBES2, `3des` the older way. */
  algorithm?: 'aes256' | '3des'
}

/** A PKCS #12 file, as a browser, Windows and OpenSSL open it. */
export function keyFile({ key, chain, password, algorithm = 'aes256' }: KeyFile): Uint8Array {
  const privateKey = forge.pki.privateKeyFromPem(key.export({ type: 'pkcs8', format: 'pem' }).toString())
  const certificates = chain.map((der) =>
    forge.pki.certificateFromAsn1(forge.asn1.fromDer(Buffer.from(der).toString('latin1'))),
  )
  const file = forge.pkcs12.toPkcs12Asn1(privateKey, certificates, password, { algorithm, generateLocalKeyId: true })
  return Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1')
}
