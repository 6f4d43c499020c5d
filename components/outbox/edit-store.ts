import type { Edit } from './edit'
import { openBox, type SealingKey, seal, sealingKey } from './sealed-box'

/** Where edits wait for the server. */
export type EditStore = {
  /** Whether they outlive the page. */
  durable(): Promise<boolean>
  /** In the order they were begun. */
  all(): Promise<Edit[]>
  put(edit: Edit): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  clear(): Promise<void>
}

export type Owner = { userId: string; deviceKey: string }

type Row = { owner: string; id: string; iv: Uint8Array<ArrayBuffer>; box: ArrayBuffer }

const DATABASE = 'portal'
const EDITS = 'edits'

/**
 * The store of one account on this device. A record holds citizen numbers, illnesses and relatives, and unit PCs are shared:
 * so words rest here only until the server has them, sealed with a key that the server gives to this account alone, and
 * go at sign-out. A browser that cannot seal (plain http) or keep (private window) holds them in the page only.
 */
export async function openEditStore({ userId, deviceKey }: Owner): Promise<EditStore> {
  const key = await sealingKey(deviceKey)
  const database = key && (await openDatabase().catch(() => null))
  return key && database ? storeOnDevice(database, key, userId) : storeInPage()
}

function storeOnDevice(database: IDBDatabase, key: SealingKey, owner: string): EditStore {
  const own = IDBKeyRange.bound([owner, ''], [owner, '\uffff'])
  const edits = (mode: IDBTransactionMode) => database.transaction(EDITS, mode).objectStore(EDITS)
  return {
    durable: async () => true,
    async all() {
      const rows: Row[] = await answerOf(edits('readonly').getAll(own))
      // What another key sealed can be read by nobody; it goes at the next sign-out.
      const opened = await Promise.all(rows.map(({ iv, box }) => openBox<Edit>(key, iv, box).catch(() => null)))
      return opened.filter((edit) => edit !== null)
    },
    async put(edit) {
      const row: Row = { owner, id: edit.id, ...(await seal(key, edit)) }
      await answerOf(edits('readwrite').put(row))
    },
    async remove(ids) {
      const store = edits('readwrite')
      await Promise.all(ids.map((id) => answerOf(store.delete([owner, id]))))
    },
    async clear() {
      await answerOf(edits('readwrite').delete(own))
    },
  }
}

export function storeInPage(): EditStore {
  const edits = new Map<string, Edit>()
  return {
    durable: async () => false,
    all: async () => [...edits.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    put: async (edit) => void edits.set(edit.id, edit),
    remove: async (ids) => {
      for (const id of ids) edits.delete(id)
    },
    clear: async () => edits.clear(),
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(EDITS, { keyPath: ['owner', 'id'] })
  return answerOf(request)
}

const answerOf = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
