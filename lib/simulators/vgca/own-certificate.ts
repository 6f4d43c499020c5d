import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { der, octets, oid, SET, sequence, small } from './der'

/** A key for TLS and its self-signed certificate for 127.0.0.1 and localhost, as PEM; made anew at each start, kept nowhere. */
export function ownCertificate(now: Date): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'))
  const name = sequence(der(SET, sequence(oid('2.5.4.3'), der(0x0c, Buffer.from('MÔ PHỎNG - VGCA Sign Service')))))
  const time = (days: number) => {
    const digits = new Date(now.getTime() + days * 86_400_000).toISOString().replace(/\D/g, '')
    return der(0x17, Buffer.from(`${digits.slice(2, 14)}Z`))
  }
  const names = sequence(der(0x87, Buffer.of(127, 0, 0, 1)), der(0x82, Buffer.from('localhost')))
  const body = sequence(
    ...[der(0xa0, small(2)), der(0x02, Buffer.concat([Buffer.of(0x41), randomBytes(8)])), algorithm, name],
    ...[sequence(time(-1), time(365)), name, publicKey.export({ type: 'spki', format: 'der' })],
    der(0xa3, sequence(sequence(oid('2.5.29.17'), octets(names)))),
  )
  const certificate = sequence(body, algorithm, der(0x03, Buffer.of(0), sign('sha256', body, privateKey)))
  const lines = certificate.toString('base64').replace(/.{1,64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
  }
}
