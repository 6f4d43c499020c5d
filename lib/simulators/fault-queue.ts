export const FAULT_KINDS = ['down', 'slow', 'html', 'truncated', 'reject', 'lostAnswer'] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/**
 * One kind of misbehaviour, for the next `times` requests at that door.
 * `slow`, `truncated` and `lostAnswer` apply the message first; the others do not.
 */
export type Fault = { kind: FaultKind; times: number; field?: string; at: 'message' | 'login'; delayMs: number }

const DEFAULT_DELAY_MS = 15_000

/** Faults wait in the order in which they were asked for. */
export class FaultQueue {
  #faults: Fault[] = []

  add(asked: Record<string, unknown>): string | null {
    const kind = FAULT_KINDS.find((one) => one === asked.kind)
    if (!kind) return `kind must be one of ${FAULT_KINDS.join(', ')}`
    const times = asked.times ?? 1
    if (!Number.isInteger(times) || Number(times) < 1) return 'times must be a whole number from 1'
    this.#faults.push({
      kind,
      times: Number(times),
      at: asked.at === 'login' ? 'login' : 'message',
      delayMs: typeof asked.delayMs === 'number' ? asked.delayMs : DEFAULT_DELAY_MS,
      ...(typeof asked.field === 'string' && { field: asked.field }),
    })
    return null
  }

  next(door: Fault['at']): Fault | null {
    const fault = this.#faults.find(({ at }) => at === door)
    if (!fault) return null
    fault.times -= 1
    this.#faults = this.#faults.filter(({ times }) => times > 0)
    return fault
  }

  clear() {
    this.#faults = []
  }
}
