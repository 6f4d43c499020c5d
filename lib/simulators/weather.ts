import { FAULT_KINDS, type Fault, type FaultKind } from './fault-queue'

/** What goes wrong by chance, and how far away the service is. Shares of all messages, from 0 to 1. */
export type Weather = { latencyMs: number; errors: number; lost: number; seed: number }

export const CALM: Weather = { latencyMs: 0, errors: 0, lost: 0, seed: 1 }

/** Answers that pass by themselves: the message had no effect. */
const ERRORS = ['maintenance', 'busy', 'down'] as const satisfies readonly FaultKind[]

/** Chance that can be had again: the same seed, the same order of messages, the same faults. */
export class Sky {
  #weather = CALM
  #state = 1

  get latencyMs() {
    return this.#weather.latencyMs
  }

  turn(asked: Record<string, unknown>) {
    const number = (name: keyof Weather) => (typeof asked[name] === 'number' ? asked[name] : CALM[name])
    this.#weather = {
      latencyMs: number('latencyMs'),
      errors: number('errors'),
      lost: number('lost'),
      seed: number('seed'),
    }
    this.#state = this.#weather.seed >>> 0
  }

  /** What happens to the next message; null where nothing does. */
  next(): Fault | null {
    const { errors, lost } = this.#weather
    if (errors + lost === 0) return null
    const chance = this.#random()
    if (chance < lost) return fault('lostAnswer')
    if (chance < lost + errors) return fault(ERRORS[Math.floor(this.#random() * ERRORS.length)] ?? FAULT_KINDS[0])
    return null
  }

  /** mulberry32. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const fault = (kind: FaultKind): Fault => ({ kind, times: 1, at: 'message', delayMs: 0 })
