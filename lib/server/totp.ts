import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** RFC 6238 as every authenticator knows it: SHA-1, 30 seconds, six figures. */
const STEP_MS = 30_000
/** Clocks differ: a code of the step before or after is taken too. */
const DRIFT = [0, -1, 1]

export const codeOf = (secret: Uint8Array, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export const stepAt = (instant: Date) => Math.floor(instant.getTime() / STEP_MS)

/** The time step whose code this is, now or next to now; null for none. Every comparison is made. */
export function stepOfCode(secret: Uint8Array, code: string, instant: Date): number | null {
  const now = stepAt(instant)
  const found = DRIFT.map((drift) => now + drift).filter((step) => isSame(codeOf(secret, step), code))
  return found[0] ?? null
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** As it is typed into an authenticator (RFC 4648). */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code says. The label is plain letters: not every authenticator shows Vietnamese ones. */
export function otpauthUrl(secret: Uint8Array, username: string): string {
  const issuer = 'Ho so Dong Thap'
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(username)}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
