import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { db, type Tx } from './db'

/** Runs its work whole or not at all. Bytes, hashes and PDFs are made before it, so that rows are held briefly. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** What every use case is given: who asks, what for, when. */
export type Call<Input> = { transact: Transact; actor: Actor; input: Input; now: Date }

export const transact: Transact = (work) => db.$transaction(work, { timeout: 60_000, maxWait: 10_000 })
