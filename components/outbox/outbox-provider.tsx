'use client'

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { tellLock } from '@/components/lock/lock-signal'
import type { Edit, Saved, SendAnswers } from './edit'
import { type EditStore, type Owner, openEditStore } from './edit-store'
import { createOutbox, type Outbox } from './outbox'
import type { OutboxState } from './outbox-state'

const OutboxContext = createContext<Outbox | null>(null)

type OutboxProviderProps = { owner: Owner; send: SendAnswers; children: ReactNode }

/** Around every page of a person who is signed in: what this device still holds of theirs is sent from whichever page is open. */
export function OutboxProvider({ owner, send, children }: OutboxProviderProps) {
  const [outbox] = useState(() => outboxOf(owner, send))
  useEffect(() => {
    const again = () => void outbox.flush()
    outbox.resume()
    void outbox.reread().then(again)
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [outbox])
  return <OutboxContext value={outbox}>{children}</OutboxContext>
}

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext)
  if (outbox === null) throw new Error('A form that saves stands inside an OutboxProvider')
  return outbox
}

export function useOutboxState(): OutboxState {
  const { subscribe, state } = useOutbox()
  return useSyncExternalStore(subscribe, state, state)
}

/** One for each account and window: layouts come and go, what waits stays. */
const outboxes = new Map<string, Outbox>()

function outboxOf(owner: Owner, send: SendAnswers): Outbox {
  // On the server there is no device, and nobody types.
  if (typeof window === 'undefined') return makeOutbox(owner, send, null)
  const outbox = outboxes.get(owner.userId) ?? makeOutbox(owner, send, windowsOf(owner.userId))
  outboxes.set(owner.userId, outbox)
  return outbox
}

type Told = { edit: Edit; saved: Saved }

function makeOutbox(owner: Owner, send: SendAnswers, windows: BroadcastChannel | null): Outbox {
  const outbox = createOutbox({
    store: whenOpened(windows === null ? new Promise<never>(() => {}) : openEditStore(owner)),
    send: async (place, typed) => {
      const answer = await send(place, typed)
      if (!answer.ok && answer.code === 'sessionLocked') tellLock('locked')
      return answer
    },
    now: () => new Date(),
    online: () => navigator.onLine,
    exclusively: (work) => ('locks' in navigator ? navigator.locks.request(`edits ${owner.userId}`, work) : work()),
    tell: (edit, saved) => windows?.postMessage({ edit, saved } satisfies Told),
  })
  windows?.addEventListener('message', ({ data }: MessageEvent<Told>) => outbox.told(data.edit, data.saved))
  return outbox
}

const windowsOf = (userId: string) => new BroadcastChannel(`edits ${userId}`)

/** The store opens by itself; whoever asks earlier waits for it. */
function whenOpened(opening: Promise<EditStore>): EditStore {
  return {
    durable: async () => (await opening).durable(),
    all: async () => (await opening).all(),
    put: async (edit) => (await opening).put(edit),
    remove: async (ids) => (await opening).remove(ids),
    clear: async () => (await opening).clear(),
  }
}
