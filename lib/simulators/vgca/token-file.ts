import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import forge from 'node-forge'
import type { ToolKey } from './tool-cms'

const BLOCK = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g

/** A demonstration key as a token: the key of `<path>.p12`, and its certificate with the authorities above it from `<path>.pem`. */
export function readToken(path: string, password: string): ToolKey {
  const file = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(readFileSync(`${path}.p12`).toString('latin1')), password)
  const key = file.safeContents.flatMap(({ safeBags }) => safeBags).find((bag) => bag.key)?.key
  const blocks = [...readFileSync(`${path}.pem`, 'utf8').matchAll(BLOCK)]
  const [certificate, ...issuers] = blocks.map(([, text = '']) => Buffer.from(text, 'base64'))
  if (!key || !certificate) throw new Error(`${path} holds no key with its certificate`)
  return { key: createPrivateKey(forge.pki.privateKeyToPem(key)), certificate, issuers }
}
