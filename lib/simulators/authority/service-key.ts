import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { der, hex, ID, parts, seq, within } from './asn'

/** With what a service signs its answers: its key, its certificate, and those above it. */
export type ServiceKey = { key: KeyObject; certificates: Buffer[] }

/** Reads `<name>.key.pem` and `<name>.pem`; null when the demonstration made none. */
export function readServiceKey(folder: string, name: string): ServiceKey | null {
  const [keyFile, chainFile] = [join(folder, `${name}.key.pem`), join(folder, `${name}.pem`)]
  if (!existsSync(keyFile) || !existsSync(chainFile)) return null
  const blocks = readFileSync(chainFile, 'latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  const certificates = (blocks ?? []).map((block) => Buffer.from(block.replace(/-----[^-]+-----/g, ''), 'base64'))
  return { key: createPrivateKey(readFileSync(keyFile)), certificates }
}

/** The first parts of a certificate: its number, who issued it, for whom, and the bits of its key. */
export function readParts(certificate: Buffer) {
  const fields = within(certificate, 2)
  const [, serial, , issuer, , subject, key] = fields
  if (!serial || !issuer || !subject || !key) throw new RangeError('Not a certificate')
  const keyBits = parts(key.content)[1]?.content.subarray(1) ?? Buffer.alloc(0)
  return { serial: serial.whole, issuer: issuer.whole, subject: subject.whole, keyBits }
}

export const algorithmOf = ({ key }: ServiceKey) =>
  key.asymmetricKeyType === 'ec' ? seq(ID.ecdsaWithSha256) : seq(ID.sha256WithRsa, der(0x05))

export const signWith = ({ key }: ServiceKey, bytes: Uint8Array) => sign('sha256', bytes, key)

/** A number as tests and pages write it. */
export const serialText = (serial: Buffer) =>
  (parts(serial)[0]?.content ?? hex(''))
    .toString('hex')
    .replace(/^00(?=.)/, '')
    .toUpperCase()
