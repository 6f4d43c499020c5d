import 'server-only'
import { join } from 'node:path'
import { env } from '../env'
import { folderStore, namesIn } from './folder-store'
import { fileKeys } from './keys'
import type { ByteSource } from './seal'

/** What is kept of a file: its name in the store, and its length. */
export type StoredFile = { sha256: string; bytes: number }

/** Where files are kept, named by the SHA-256 of their content. Today a folder; an object store would keep this shape. */
export type FileStore = {
  /** Whole or not at all; the same content twice is kept once. */
  put(content: ByteSource | Uint8Array): Promise<StoredFile>
  /** Throws `FileMissing` before the first byte; throws in the middle where the file was tampered with. */
  get(sha256: string): Promise<AsyncIterable<Buffer>>
  /** Nothing happens where there is none. The caller knows that nobody else refers to it. */
  remove(sha256: string): Promise<void>
  /** Names of files that have not been put since. */
  olderThan(instant: Date): AsyncIterable<string>
  /** Everything of the area goes. */
  clear(): Promise<void>
}

/** Each purpose has an area of its own: clearing one can never take a file of another. A job's interim files have theirs. */
export type FileArea = 'jobs' | 'decisions' | 'evidence' | 'imports' | 'packages' | 'signatures' | `interim/${string}`

/** The installation's store of one area: encrypted, in `STORAGE_DIR`. */
export const fileStore = (area: FileArea): FileStore => folderStore(join(root(), area), fileKeys)

/** Ids of the jobs that have interim files. */
export const interimAreas = (): Promise<string[]> => namesIn(join(root(), 'interim'))

const root = () => env.STORAGE_DIR ?? join(env.DATA_FOLDER, 'files')

/** A small file whole. */
export async function readStored(store: FileStore, sha256: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await store.get(sha256)) parts.push(part)
  return Buffer.concat(parts)
}
