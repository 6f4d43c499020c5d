import { createHmac } from 'node:crypto'

/** What `npm start` prints for `quantri2`. */
export const DEMO_SECRET = 'OF2WC3TUOJUTELLEMVWW6LLTMVRXEZLU'

/** What an authenticator shows for a secret typed into it, `steps` half-minutes from now. */
export function oneTimeCode(secret: string, steps = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replace(/\s/g, '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
  const key = (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeUInt32BE(Math.floor(Date.now() / 30_000) + steps, 4)
  const digest = createHmac('sha1', Buffer.from(key)).update(counter).digest()
  const four = digest.readUInt32BE(digest[19]! & 15) & 0x7fffffff
  return String(four % 1_000_000).padStart(6, '0')
}
