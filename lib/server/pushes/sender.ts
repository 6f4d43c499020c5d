import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { CLOSED, circuitAfter, hands } from '@/lib/domain/circuit'
import { now as clock } from '../clock'
import { db } from '../db'
import { noteChannel } from '../exchange/channel-state'
import { lastApproval } from '../exchange/connection-approval'
import type { NationalGateway, Pushed } from '../national/gateway'
import { type Claim, claimDeliveries } from './claim'
import { deliver } from './deliver'
import { Pace } from './pace'
import { releaseHeld } from './release'

export type SenderSettings = {
  gateway: NationalGateway
  /** This worker's name, as its beats are signed. */
  worker: string
  random: () => number
  now?: () => Date
  log: (what: string, error?: unknown) => void
}

const IDLE_MS = 1_000
const AFTER_FAILURE_MS = 3_000
const LOOK_AROUND_EVERY_MS = 10_000
const NOTE_EVERY_MS = 10_000

/** Empties the outbox: several people at a time, each person's versions in order. */
export class Sender {
  #circuit = CLOSED
  #busy = new Map<bigint, Promise<void>>()
  #lookedAt = 0
  #notedAt = 0
  #isApproved = false
  readonly #pace: Pace

  constructor(private readonly settings: SenderSettings) {
    this.#pace = new Pace(settings.gateway.profile.pace.perSecond)
  }

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
    if (Date.now() - this.#lookedAt > LOOK_AROUND_EVERY_MS) await this.#lookAround()
    if (!this.#isApproved) return
    const { connections } = this.settings.gateway.profile.pace
    const idle = hands(this.#circuit, connections, Date.now()) - this.#busy.size
    const free = Math.min(idle, this.#pace.allows(Date.now()))
    if (free <= 0) return
    const { worker } = this.settings
    for (const claim of await claimDeliveries(db, { worker, inHand: [...this.#busy.keys()] }, free, new Date())) {
      const work = this.#deliver(claim).finally(() => this.#busy.delete(claim.id))
      this.#busy.set(claim.id, work)
      this.#pace.take()
    }
  }

  /** What else may have changed: units that got their code, and the approval without which the channel stays closed. */
  async #lookAround() {
    await releaseHeld(db)
    this.#isApproved = (await lastApproval(db, this.settings.gateway.profile.id)) !== null
    // Whoever waits for an approval looks again soon.
    if (this.#isApproved) this.#lookedAt = Date.now()
  }

  async #deliver(claim: Claim) {
    try {
      const pushed = await deliver(claim, this.settings)
      if (pushed) await this.#learn(pushed)
    } catch (error) {
      this.settings.log(`Delivery ${claim.id} stopped in the middle`, error)
      await this.#putBack(claim)
    }
  }

  /** The circuit follows the outcome; what people look at follows the circuit. */
  async #learn({ outcome, calls, certificateUntil }: Pushed) {
    const before = this.#circuit
    this.#circuit = circuitAfter(before, outcome, Date.now())
    const turned = before.openings !== this.#circuit.openings
    if (!turned && Date.now() - this.#notedAt < NOTE_EVERY_MS) return
    this.#notedAt = Date.now()
    const answered = calls.some(({ httpStatus }) => httpStatus !== null)
    const news = { circuit: this.#circuit, outcome, answered, certificateUntil }
    const { gateway, log, now = clock } = this.settings
    await noteChannel(db, gateway.profile.id, news, now()).catch((error: unknown) =>
      log('The state of the channel was not noted', error),
    )
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
