import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Letter, type LetterKind, worthUntil } from '@/lib/domain/mail/letter'
import type { Tx } from '../db'
import { seal, unseal } from '../sealed'

/**
 * Puts a letter into the box, within the caller's transaction: it goes out if what it tells of was done. The worker carries
 * it, and tries again while it is worth it; ask `mailSettings()` first whether anybody does.
 */
export async function writeLetter(
  tx: Tx,
  { kind, userId = null, ...letter }: Letter & { kind: LetterKind; userId?: string | null },
  now: Date,
): Promise<void> {
  const id = randomUUID()
  const sealed = seal(Buffer.from(JSON.stringify(letter)), contextOf(id))
  await tx.letter.create({
    data: { id, kind, userId, sealed, createdAt: now, dueAt: now, worthUntil: worthUntil(kind, now) },
  })
}

/** What a letter says; null when the key that sealed it is gone. */
export function openLetter({ id, sealed }: { id: string; sealed: string | null }): Letter | null {
  const content = sealed && unseal(sealed, contextOf(id))
  return content ? (JSON.parse(content.toString()) as Letter) : null
}

const contextOf = (id: string) => `letter ${id}`
