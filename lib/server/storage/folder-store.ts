import 'server-only'
import { createHash, type Hash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './file-store'
import type { FileKey } from './keys'
import { type ByteSource, opened, SealBroken, sealed } from './seal'

export class FileMissing extends Error {
  constructor(sha256: string) {
    super(`The store has no file ${sha256}.`)
    this.name = 'FileMissing'
  }
}

/** Files in a folder, `ab/ab12…`; what is still being written is in `unfinished/`, under a name of its own. */
export function folderStore(folder: string, keys: () => readonly FileKey[]): FileStore {
  const unfinished = join(folder, 'unfinished')
  return {
    async put(content) {
      const [key] = keys()
      if (!key) throw new Error('The file store has no key.')
      const temporary = join(unfinished, randomUUID())
      await mkdir(unfinished, { recursive: true })
      try {
        const seen = { hash: createHash('sha256'), bytes: 0 }
        await write(temporary, sealed(noted(content, seen), key))
        const sha256 = seen.hash.digest('hex')
        const place = placeOf(folder, sha256)
        await mkdir(dirname(place), { recursive: true })
        // Over an equal file too: it may be the one that was damaged, or sealed with an old key.
        await rename(temporary, place)
        await settle(dirname(place))
        return { sha256, bytes: seen.bytes }
      } finally {
        await rm(temporary, { force: true })
        await forgetOld(unfinished)
      }
    },
    async get(sha256) {
      const place = placeOf(folder, sha256)
      await access(place).catch(() => {
        throw new FileMissing(sha256)
      })
      return verified(opened(createReadStream(place), keys()), sha256)
    },
    remove: (sha256) => rm(placeOf(folder, sha256), { force: true }),
    clear: () => rm(folder, { recursive: true, force: true }),
    async *olderThan(instant) {
      for (const shelf of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue
        for (const name of await namesIn(join(folder, shelf))) {
          if (await isOlder(join(folder, shelf, name), instant.getTime())) yield name
        }
      }
    },
  }
}

/** Names come from the database and still never lead out of the folder. */
function placeOf(folder: string, sha256: string) {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new FileMissing(sha256)
  return join(folder, sha256.slice(0, 2), sha256)
}

async function* noted(content: ByteSource | Uint8Array, seen: { hash: Hash; bytes: number }) {
  for await (const part of content instanceof Uint8Array ? [content] : content) {
    seen.hash.update(part)
    seen.bytes += part.length
    yield part
  }
}

/** On the disk, not merely on its way there, before it gets its name. */
async function write(path: string, parts: AsyncIterable<Buffer>) {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const part of parts) await file.writeFile(part)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function settle(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** One sealed file in the place of another would open: its name says what it must contain. */
async function* verified(parts: AsyncIterable<Buffer>, sha256: string) {
  const hash = createHash('sha256')
  for await (const part of parts) {
    hash.update(part)
    yield part
  }
  if (hash.digest('hex') !== sha256) throw new SealBroken('its content is not what its name says')
}

const DAY_MS = 86_400_000

/** What a process that was killed left half written. */
async function forgetOld(unfinished: string) {
  for (const name of await namesIn(unfinished)) {
    const path = join(unfinished, name)
    if (await isOlder(path, Date.now() - DAY_MS)) await rm(path, { force: true })
  }
}

/** Nothing where the folder is not there yet. */
export const namesIn = (folder: string) => readdir(folder).catch(() => [])

const isOlder = (path: string, instant: number) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs < instant,
    () => false,
  )
