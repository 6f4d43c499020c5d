import type { FieldErrors } from '@/lib/domain/refusal'
import type { Result } from '@/lib/domain/result'
import type { Advice } from '@/lib/domain/rules/advice'
import type { Typed } from '@/lib/domain/typed'

/** What a save answers: the section's new number, when, a sentence for each answer that was not kept, and what the rules say. */
export type Saved = { version: number; savedAt: string; errors: FieldErrors; advice: Advice[] }

/** What somebody else saved in the meantime, as typed and as said. */
export type Theirs = {
  by: string
  at: string
  version: number
  answers: Record<string, { typed: Typed; said: string }>
}

export type SaveAnswers = (input: { version: number; answers: Record<string, Typed> }) => Promise<Result<Saved>>

export type SaveState =
  | { is: 'still'; savedAt: string | null }
  | { is: 'waiting' }
  | { is: 'saving' }
  | { is: 'failing'; since: Date }
  | { is: 'refused'; message: string }
  | { is: 'conflict'; theirs: Theirs; mine: Record<string, Typed> }

type Options = {
  version: number
  save: SaveAnswers
  onState: (state: SaveState) => void
  onErrors: (errors: FieldErrors) => void
  onAdvice: (advice: Advice[]) => void
}

const PAUSE_MS = 1200
const RETRY_MS = [2_000, 5_000, 15_000, 30_000]

/**
 * Keeps one section on the server while it is typed: a pause after the last change, one save at a time, again when the
 * line was cut. What is typed during a save goes with the next; nothing is dropped before the server has it or names its fault.
 */
export function createAutosave({ version, save, onState, onErrors, onAdvice }: Options) {
  const waiting = new Map<string, Typed>()
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let saves = 0
  let since: Date | null = null
  let conflict: Theirs | null = null
  let errors: FieldErrors = {}

  async function send() {
    const answers = Object.fromEntries(waiting)
    waiting.clear()
    onState({ is: 'saving' })
    const result = await save({ version, answers }).catch(() => null)
    if (result === null) return failed(answers)
    failures = 0
    since = null
    if (result.ok) return kept(answers, result.value)
    restore(answers)
    if (result.code !== 'changedMeanwhile') return onState({ is: 'refused', message: result.message })
    conflict = result.details as Theirs
    onState({ is: 'conflict', theirs: conflict, mine: Object.fromEntries(waiting) })
  }

  function kept(sent: Record<string, Typed>, saved: Saved) {
    version = saved.version
    saves += 1
    const old = Object.entries(errors).filter(([key]) => !((key.split('.')[0] ?? key) in sent))
    errors = { ...Object.fromEntries(old), ...saved.errors }
    onErrors(errors)
    onAdvice(saved.advice)
    onState(waiting.size > 0 ? { is: 'waiting' } : { is: 'still', savedAt: saved.savedAt })
  }

  function failed(answers: Record<string, Typed>) {
    restore(answers)
    since ??= new Date()
    onState({ is: 'failing', since })
    timer = setTimeout(flush, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)])
    failures += 1
  }

  /** Unsent answers go back, but never over something typed since. */
  function restore(answers: Record<string, Typed>) {
    for (const [code, typed] of Object.entries(answers)) if (!waiting.has(code)) waiting.set(code, typed)
  }

  /** Sends what waits, now; resolves when it has been answered. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) {
      await running
      return failures > 0 ? undefined : flush()
    }
    if (waiting.size === 0 || conflict) return
    running = send()
    await running
    running = null
  }

  return {
    flush,
    /** Something was typed. */
    touch(code: string, typed: Typed) {
      waiting.set(code, typed)
      if (conflict) return onState({ is: 'conflict', theirs: conflict, mine: Object.fromEntries(waiting) })
      if (failures === 0) onState({ is: 'waiting' })
      clearTimeout(timer)
      timer = setTimeout(flush, PAUSE_MS)
    },
    /** The chooser was answered: these answers of mine overrule, the others stay as somebody else left them. */
    async settle(mine: Record<string, Typed>) {
      if (!conflict) return
      version = conflict.version
      for (const code of Object.keys(conflict.answers)) waiting.delete(code)
      conflict = null
      restore(mine)
      onState(waiting.size > 0 ? { is: 'waiting' } : { is: 'still', savedAt: null })
      await flush()
    },
    hasSaved: () => saves > 0,
    hasUnsaved: () => waiting.size > 0 || running !== null,
    errors: () => errors,
  }
}
