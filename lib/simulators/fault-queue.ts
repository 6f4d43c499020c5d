/** Misbehaviour in which the message is applied before the answer goes wrong. */
const AFTER = ['slow', 'truncated', 'lostAnswer', 'bom', 'textCode', 'unknownFields'] as const
/** Misbehaviour that keeps the message from being applied. */
const INSTEAD = [
  ...(['down', 'html', 'reject', 'busy', 'busyUntil', 'maintenance', 'failed', 'unauthorized', 'forbidden'] as const),
  ...(['redirect', 'tooLong', 'packed', 'wrongCharset', 'xRoadClient', 'xRoadOurs', 'xRoadTheirs'] as const),
] as const
export const FAULT_KINDS = [...AFTER, ...INSTEAD] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

export const isAppliedFirst = (kind: FaultKind) => (AFTER as readonly string[]).includes(kind)

/** One kind of misbehaviour, for the next `times` requests at that door. */
export type Fault = { kind: FaultKind; times: number; field?: string; at: Door; delayMs: number }

const DOORS = ['message', 'login', 'report', 'population'] as const
type Door = (typeof DOORS)[number]

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
      at: DOORS.find((door) => door === asked.at) ?? 'message',
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
