import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** argon2id with OWASP's first choice: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One password has one form, however the keyboard composed its letters. */
const formOf = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string) => hash(formOf(password), COST)

/** Without an account the work is done all the same: the time taken must not tell who has one. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobodysHash), formOf(password)).catch(() => false)
  return right && passwordHash !== null
}

const nobodysHash = hashPassword('belongs to nobody')
