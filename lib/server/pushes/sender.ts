import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { CLOSED, circuitAfter, hands } from '@/lib/domain/circuit'
import { db } from '../db'
import type { NationalGateway } from '../national/gateway'
import { type Claim, claimDeliveries } from './claim'
import { deliver } from './deliver'
import { releaseHeld } from './release'

export type SenderSettings = {
  gateway: NationalGateway
  /** This worker's name, as its beats are signed. */
  worker: string
  random: () => number
  now?: () => Date
  log: (what: string, error?: unknown) => void
}

const HANDS = 4
const IDLE_MS = 1_000
const AFTER_FAILURE_MS = 3_000
const RELEASE_EVERY_MS = 10_000

/** Empties the outbox: several people at a time, each person's versions in order. */
export class Sender {
  #circuit = CLOSED
  #busy = new Map<bigint, Promise<void>>()
  #releasedAt = 0

  constructor(private readonly settings: SenderSettings) {}

  /** Works until told to stop, and returns when nothing is in hand any more. */
  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await this.#takeMore()
        await this.#untilSomethingHappens(IDLE_MS, stop)
      } catch (error) {
        this.settings.log('The outbox could not be read', error)
        await this.#untilSomethingHappens(AFTER_FAILURE_MS, stop)
      }
    }
    await Promise.all(this.#busy.values())
  }

  async #takeMore() {
    if (Date.now() - this.#releasedAt > RELEASE_EVERY_MS) {
      this.#releasedAt = Date.now()
      await releaseHeld(db)
    }
    const free = hands(this.#circuit, HANDS, Date.now()) - this.#busy.size
    if (free <= 0) return
    const { worker } = this.settings
    for (const claim of await claimDeliveries(db, { worker, inHand: [...this.#busy.keys()] }, free, new Date())) {
      const work = this.#deliver(claim).finally(() => this.#busy.delete(claim.id))
      this.#busy.set(claim.id, work)
    }
  }

  async #deliver(claim: Claim) {
    try {
      const outcome = await deliver(claim, this.settings)
      if (outcome) this.#circuit = circuitAfter(this.#circuit, outcome, Date.now())
    } catch (error) {
      this.settings.log(`Delivery ${claim.id} stopped in the middle`, error)
      await this.#putBack(claim)
    }
  }

  /** A fault of ours: nothing is known of the message, so that it is sent again, in a while, as EDIT. */
  async #putBack({ id, attempts }: Claim) {
    const dueAt = new Date(Date.now() + 60_000)
    const enough = attempts + 1 >= TRIES_AFTER_OUR_FAULT
    const became = enough ? ({ state: 'parked', reasonCode: 'ourFault' } as const) : ({ state: 'waiting' } as const)
    await db.delivery
      .updateMany({
        where: { id, state: 'sending', claimedBy: this.settings.worker },
        data: { ...became, dueAt, attempts: attempts + 1, uncertain: true, claimedBy: null, claimedAt: null },
      })
      .catch((error: unknown) => this.settings.log(`Delivery ${id} could not be put back`, error))
  }

  async #untilSomethingHappens(ms: number, stop: AbortSignal) {
    if (stop.aborted) return
    const rest = new AbortController()
    const wake = () => rest.abort()
    stop.addEventListener('abort', wake)
    await Promise.race([pause(ms, undefined, { signal: rest.signal }).catch(() => {}), ...this.#busy.values()])
    stop.removeEventListener('abort', wake)
    wake()
  }
}

const TRIES_AFTER_OUR_FAULT = 5
