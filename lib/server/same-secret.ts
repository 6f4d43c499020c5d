import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares in a time that tells nothing of where the two differ, nor of how long they are. */
export const isSameSecret = (held: string, given: string): boolean => timingSafeEqual(digest(held), digest(given))

const digest = (text: string) => createHash('sha256').update(text).digest()
