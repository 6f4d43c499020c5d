import 'server-only'
import { createHmac } from 'node:crypto'
import { env } from './env'

/**
 * 256 bits, base64, that seal what an account has not sent yet on the disk of its device: the page gets them with its session,
 * and the next person at that PC does not. Always the same for an account, so that what was sealed today opens tomorrow.
 */
export const deviceKeyOf = (userId: string) =>
  createHmac('sha256', env.NEXTAUTH_SECRET).update(`device store of ${userId}`).digest('base64')
