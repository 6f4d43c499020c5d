import { type Edit, latest, type Place, placeKey, type Saved, type SendAnswers, type Theirs } from './edit'
import type { EditStore } from './edit-store'
import { NOTHING_WAITS, type OutboxState } from './outbox-state'

type Options = {
  store: EditStore
  send: SendAnswers
  now: () => Date
  /** False when the browser knows that there is no line. */
  online: () => boolean
  /** One window of the browser sends at a time. */
  exclusively: (work: () => Promise<void>) => Promise<void>
  /** Tells the other windows what the server has taken. */
  tell: (edit: Edit, saved: Saved) => void
}

type Hear = (edit: Edit, saved: Saved) => void
export type Outbox = ReturnType<typeof createOutbox>

const PAUSE_MS = 1200
const RETRY_MS = [2_000, 5_000, 15_000, 30_000]
/** A line that is half dead answers neither yes nor no. */
const PATIENCE_MS = 20_000
const FAULTS_BORNE = 3

/**
 * Edits of one account on their way to the server: each is stored before it is sent, sent in the order typed and forgotten
 * when the server has it. With the line cut they wait, also for a later page or day. Nothing is dropped: what the server
 * refuses stays with its sentence, and what somebody else changed meanwhile waits for a choice.
 */
export function createOutbox({ store, send, now, online, exclusively, tell }: Options) {
  let state: OutboxState = NOTHING_WAITS
  const listeners = new Set<() => void>()
  const hearers = new Set<Hear>()
  const versions = new Map<string, number>()
  const unwritten = new Map<string, Edit>()
  const faults = new Map<string, number>()
  /** The edit that is being typed: it goes on until the field is left, or a pause is made. */
  let open: Edit | null = null
  let written: Promise<void> = Promise.resolve()
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let over = false
  let arriving = 0
  const page = Math.random().toString(36).slice(2, 8)
  /** What an earlier page left behind. */
  let inherited: ReadonlySet<string> | null = null

  function publish(change: Partial<OutboxState>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  function write(edit: Edit) {
    unwritten.set(edit.id, edit)
    written = written.then(async () => {
      const newest = unwritten.get(edit.id)
      if (!newest) return
      await store.put(newest).then(
        () => unwritten.get(edit.id) === newest && unwritten.delete(edit.id),
        // A full disk: the words stay in the page, and the page says so.
        () => publish({ durable: false }),
      )
    })
  }

  async function reread(): Promise<readonly Edit[]> {
    await written
    const before = new Set(state.edits.map(({ id }) => id))
    const edits = new Map((await store.all()).map((edit) => [edit.id, edit]))
    inherited ??= new Set([...edits.keys()].filter((id) => !before.has(id)))
    const begun = state.edits.filter(({ id }) => !before.has(id))
    for (const edit of [...begun, ...unwritten.values()]) edits.set(edit.id, edit)
    const durable = state.durable && (await store.durable())
    publish({ durable, edits: [...edits.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) })
    return state.edits
  }

  const isSendable = (edit: Edit) =>
    edit.id !== open?.id && !state.refused.has(edit.id) && !state.conflicts.has(placeKey(edit))

  async function sendAll(): Promise<void> {
    for (;;) {
      const next = (await reread()).find(isSendable)
      if (over) return
      if (!next) arrive()
      else if (!online()) cut()
      else {
        publish({ sending: true })
        const more = await sendOne(next)
        publish({ sending: false })
        if (more) continue
      }
      return
    }
  }

  /** Whether the next one may follow. */
  async function sendOne(edit: Edit): Promise<boolean> {
    const result = await ask(edit, { [edit.code]: edit.typed })
    if (result === 'over') return stop()
    if (result === 'cut') return cut()
    if (result === 'fault') {
      const borne = (faults.get(edit.id) ?? 0) + 1
      faults.set(edit.id, borne)
      return borne < FAULTS_BORNE ? cut() : refuse(edit, 'Máy chủ chưa nhận được chỗ này. Báo quản trị đơn vị.')
    }
    failures = 0
    if (state.cutSince || inherited?.has(edit.id)) arriving += 1
    if (result.ok) return taken(edit, result.value)
    if (result.code === 'changedMeanwhile') return dispute(edit)
    // The screen is locked; opening it sends on.
    if (result.code === 'sessionLocked') return false
    return refuse(edit, result.message)
  }

  async function ask(edit: Edit, answers: Record<string, Edit['typed']>) {
    const patience = new Promise<'cut'>((late) => setTimeout(() => late('cut'), PATIENCE_MS))
    const answer = send(edit, { version: edit.version, answers }).catch(failureOf)
    return Promise.race([answer, patience])
  }

  function failureOf(problem: unknown): 'over' | 'cut' | 'fault' {
    if (isLeading(problem)) return 'over'
    return problem instanceof TypeError || !online() ? 'cut' : 'fault'
  }

  function cut(): false {
    publish({ cutSince: state.cutSince ?? now(), arrived: null })
    clearTimeout(timer)
    timer = setTimeout(flush, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)])
    failures += 1
    return false
  }

  /** The server leads to its door: nothing more is sent from here, or it would lead somewhere else. */
  function stop(): false {
    over = true
    return false
  }

  function arrive() {
    const arrived = arriving > 0 ? { count: arriving, at: now() } : state.arrived
    arriving = 0
    publish({ cutSince: null, arrived })
  }

  async function taken(edit: Edit, saved: Saved): Promise<true> {
    const faulty = Object.entries(saved.errors).find(([key]) => key === edit.code || key.startsWith(`${edit.code}.`))
    const sameField = (other: Edit) => placeKey(other) === placeKey(edit) && other.code === edit.code
    // Later words for a field stand for the earlier ones; wrong ones stay until they are corrected.
    const gone = state.edits.filter((other) => sameField(other) && (faulty ? other.id < edit.id : other.id <= edit.id))
    await forget(gone)
    if (faulty) refuse(edit, faulty[1], true)
    follow(edit, saved.version)
    hear(edit, saved)
    tell(edit, saved)
    return true
  }

  async function forget(edits: readonly Edit[]) {
    const ids = edits.map(({ id }) => id)
    for (const id of ids) unwritten.delete(id)
    await written
    await store.remove(ids)
    publish({
      edits: state.edits.filter(({ id }) => !ids.includes(id)),
      refused: new Map([...state.refused].filter(([id]) => !ids.includes(id))),
    })
  }

  /** Its id sorts after all that is known, even if the clock was put back. */
  function begin(place: Place, code: string, typed: Edit['typed']): Edit {
    const newest = state.edits.at(-1)?.at
    const at = new Date(Math.max(now().getTime(), newest ? Date.parse(newest) + 1 : 0)).toISOString()
    return { ...place, id: `${at} ${page}`, code, typed, version: versions.get(placeKey(place)) ?? 0, at }
  }

  /** What was typed upon the number that has just been replaced now stands upon the new one. */
  function follow({ version, ...place }: Edit, next: number) {
    const isNext = (other: Edit) => placeKey(other) === placeKey(place) && other.version === version
    if (versions.get(placeKey(place)) === version) versions.set(placeKey(place), next)
    if (version !== next) for (const edit of state.edits.filter(isNext)) replace({ ...edit, version: next })
  }

  function replace(edit: Edit) {
    if (open?.id === edit.id) open = edit
    const known = state.edits.some(({ id }) => id === edit.id)
    publish({ edits: known ? state.edits.map((one) => (one.id === edit.id ? edit : one)) : [...state.edits, edit] })
    write(edit)
  }

  function refuse(edit: Edit, message: string, atField = false): true {
    publish({ refused: new Map(state.refused).set(edit.id, { message, atField }) })
    return true
  }

  /** Asked once more for all that waits at this place, so that the choice is made once. */
  async function dispute(edit: Edit): Promise<boolean> {
    const mine = latest(state.edits.filter((other) => placeKey(other) === placeKey(edit)))
    const result = await ask(edit, mine)
    if (typeof result !== 'string' && result.ok) return taken(edit, result.value)
    if (result === 'over') return stop()
    if (typeof result === 'string' || result.code !== 'changedMeanwhile') return cut()
    const conflict = { theirs: result.details as Theirs, mine }
    publish({ conflicts: new Map(state.conflicts).set(placeKey(edit), conflict) })
    return true
  }

  function hear(edit: Edit, saved: Saved) {
    for (const hearer of hearers) hearer(edit, saved)
  }

  /** Sends what waits, now; resolves when it has been answered, or cannot be. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    const typing = open
    open = null
    if (running) await running
    running = exclusively(sendAll).finally(() => {
      running = null
    })
    await running
    // Without an answer the words go on being one edit.
    if (state.cutSince && !open && typing && state.edits.at(-1)?.id === typing.id) open = state.edits.at(-1) ?? null
  }

  return {
    flush,
    state: () => state,
    /** A page of somebody signed in stands again. */
    resume() {
      over = false
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Called for each edit the server has answered. */
    onSaved(hearer: Hear) {
      hearers.add(hearer)
      return () => void hearers.delete(hearer)
    },
    /** The page shows this place as it stood at `version`. */
    show(place: Place, version: number) {
      versions.set(placeKey(place), Math.max(version, versions.get(placeKey(place)) ?? 0))
      publish({ shown: placeKey(place) })
      return () => state.shown === placeKey(place) && publish({ shown: null })
    },
    /** Something was typed. */
    note(place: Place, code: string, typed: Edit['typed']) {
      const goesOn = open !== null && open.code === code && placeKey(open) === placeKey(place)
      open = goesOn && open ? { ...open, typed } : begin(place, code, typed)
      replace(open)
      if (state.cutSince) return
      clearTimeout(timer)
      timer = setTimeout(flush, PAUSE_MS)
    },
    /** The field was left: what follows is another edit. */
    async leave() {
      const left = open
      await flush()
      if (open?.id === left?.id) open = null
    },
    /** The chooser was answered: these fields of mine overrule, the others stay as somebody else left them. */
    async settle(place: Place, keepMine: ReadonlySet<string>) {
      const conflict = state.conflicts.get(placeKey(place))
      if (!conflict) return
      const { version, answers } = conflict.theirs
      const disputed = state.edits.filter((edit) => placeKey(edit) === placeKey(place) && edit.code in answers)
      await forget(disputed.filter(({ code }) => !keepMine.has(code)))
      versions.set(placeKey(place), version)
      for (const edit of disputed.filter(({ code }) => keepMine.has(code))) replace({ ...edit, version })
      publish({ conflicts: new Map([...state.conflicts].filter(([key]) => key !== placeKey(place))) })
      await flush()
    },
    /** Another window of this browser has sent an edit. */
    told(edit: Edit, saved: Saved) {
      if (open?.id === edit.id) open = null
      unwritten.delete(edit.id)
      follow(edit, saved.version)
      hear(edit, saved)
      void reread()
    },
    reread,
    async clear() {
      open = null
      clearTimeout(timer)
      unwritten.clear()
      await written
      await store.clear()
      publish({ edits: [], conflicts: new Map(), refused: new Map(), cutSince: null, arrived: null })
    },
  }
}

/** Next says a redirect by an error, with its own mark. */
const isLeading = (problem: unknown) =>
  problem instanceof Error && 'digest' in problem && String(problem.digest).startsWith('NEXT_REDIRECT')
