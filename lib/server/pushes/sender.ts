import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { db } from '../db'
import { lastApproval } from '../exchange/connection-approval'
import type { NationalGateway, Pushed } from '../national/gateway'
import { type Claim, claimDeliveries, DEAD_AFTER_MS } from './claim'
import { deliver } from './deliver'
import { Pace } from './pace'
import { releaseHeld } from './release'
import { SharedCircuit } from './shared-circuit'

export type SenderSettings = {
  gateway: NationalGateway
  /** This worker's name, as its beats are signed. */
  worker: string
  random: () => number
  now?: () => Date
  /** How long an empty outbox is left alone. */
  idleMs?: number
  log: (what: string, error?: unknown) => void
}

const IDLE_MS = 1_000
const AFTER_FAILURE_MS = 3_000
const LOOK_AROUND_EVERY_MS = 10_000

/** Empties the outbox: several people at a time, each person's versions in order. */
export class Sender {
  #busy = new Map<bigint, Promise<void>>()
  #lookedAt = 0
  #isApproved = false
  readonly #pace: Pace
  readonly #circuit: SharedCircuit

  constructor(private readonly settings: SenderSettings) {
    const { gateway, worker, now } = settings
    this.#pace = new Pace(gateway.profile.pace.perSecond)
    this.#circuit = new SharedCircuit(gateway.profile.id, worker, now)
  }

  /** Works until told to stop, and returns when nothing is in hand any more. */
  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await this.#takeMore()
        await this.#untilSomethingHappens(this.settings.idleMs ?? IDLE_MS, stop)
      } catch (error) {
        this.settings.log('The outbox could not be read', error)
        await this.#untilSomethingHappens(AFTER_FAILURE_MS, stop)
      }
    }
    await Promise.all(this.#busy.values())
  }

  async #takeMore() {
    if (Date.now() - this.#lookedAt > LOOK_AROUND_EVERY_MS) await this.#lookAround()
    if (!this.#isApproved) return
    const { worker, gateway } = this.settings
    const allowed = this.#pace.allows(Date.now())
    if (allowed <= 0 || this.#busy.size >= gateway.profile.pace.connections) return
    const { most, isProbe } = await this.#circuit.free(gateway.profile.pace.connections, this.#busy.size)
    const free = Math.min(most, allowed)
    if (free <= 0) return
    for (const claim of await claimDeliveries(db, { worker, inHand: [...this.#busy.keys()] }, free, new Date())) {
      const work = this.#deliver(claim, isProbe).finally(() => this.#busy.delete(claim.id))
      this.#busy.set(claim.id, work)
      this.#pace.take()
    }
  }

  /** What else may have changed: units that got their code, how many workers there are, and the approval without which the channel stays closed. */
  async #lookAround() {
    await releaseHeld(db)
    const aliveSince = new Date(Date.now() - DEAD_AFTER_MS)
    this.#pace.shareAmong(await db.workerBeat.count({ where: { beatAt: { gt: aliveSince } } }))
    this.#isApproved = (await lastApproval(db, this.settings.gateway.profile.id)) !== null
    // Whoever waits for an approval looks again soon.
    if (this.#isApproved) this.#lookedAt = Date.now()
  }

  async #deliver(claim: Claim, isProbe: boolean) {
    try {
      const pushed = await deliver(claim, { ...this.settings, isProbe })
      if (pushed) await this.#learn(pushed)
    } catch (error) {
      this.settings.log(`Delivery ${claim.id} stopped in the middle`, error)
      await this.#putBack(claim)
    }
  }

  async #learn(pushed: Pushed) {
    await this.#circuit
      .learn(pushed)
      .catch((error: unknown) => this.settings.log('The state of the channel was not noted', error))
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
