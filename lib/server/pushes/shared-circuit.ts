import 'server-only'
import { type Circuit, CLOSED, circuitAfter, hands, isOpen } from '@/lib/domain/circuit'
import { now as clock } from '../clock'
import { db, type Tx } from '../db'
import { noteChannel } from '../exchange/channel-state'
import type { Pushed } from '../national/gateway'

/** How old a closed circuit may be known; one that is open is looked at each time. */
const KNOWN_FOR_MS = 250
const NOTE_EVERY_MS = 10_000
/** Longer than any call takes: after it whoever probed is taken for dead. */
const PROBE_MS = 60_000

/** The circuit of a channel as all workers on all machines know it: in the database. */
export class SharedCircuit {
  #known = CLOSED
  #knownAt = 0
  #notedAt = 0

  constructor(
    private readonly profileId: string,
    private readonly worker: string,
    private readonly now: () => Date = clock,
  ) {}

  /** How many messages this worker may begin now, having so many under way, and whether the one is a probe. */
  async free(all: number, busy: number): Promise<{ most: number; isProbe: boolean }> {
    if (isOpen(this.#known) || Date.now() - this.#knownAt > KNOWN_FOR_MS) await this.#look()
    const open = isOpen(this.#known)
    const most = hands(this.#known, all, Date.now()) - busy
    if (!open || most <= 0) return { most, isProbe: false }
    return { most: (await this.#mayProbe()) ? 1 : 0, isProbe: true }
  }

  /** The circuit follows the outcome. */
  async learn({ outcome, calls, certificateUntil }: Pushed): Promise<void> {
    const wasClosed = !isOpen(this.#known) && this.#known.failures === 0
    const answered = calls.some(({ httpStatus }) => httpStatus !== null)
    if (wasClosed && circuitAfter(this.#known, outcome, Date.now()) === CLOSED) {
      if (Date.now() - this.#notedAt < NOTE_EVERY_MS) return
    }
    this.#notedAt = Date.now()
    this.#known = await db.$transaction(async (tx) => {
      const circuit = circuitAfter(await held(tx, this.profileId, this.now()), outcome, Date.now())
      await noteChannel(tx, this.profileId, { circuit, outcome, answered, certificateUntil }, this.now())
      return circuit
    })
    this.#knownAt = Date.now()
  }

  async #look() {
    const row = await db.channelState.findUnique({ where: { profileId: this.profileId } })
    this.#known = row ? asCircuit(row) : CLOSED
    this.#knownAt = Date.now()
  }

  /** Of all workers one. */
  async #mayProbe(): Promise<boolean> {
    const now = new Date()
    const until = new Date(now.getTime() + PROBE_MS)
    const taken = await db.$executeRaw`
      UPDATE channel_state SET probe_by = ${this.worker}, probe_until = ${until}
      WHERE profile_id = ${this.profileId} AND openings > 0 AND (open_until IS NULL OR open_until <= ${now})
        AND (probe_until IS NULL OR probe_until <= ${now} OR probe_by = ${this.worker})`
    return taken > 0
  }
}

type Row = { failures: number; openings: number; openUntil: Date | null }
const asCircuit = ({ failures, openings, openUntil }: Row): Circuit => ({
  failures,
  openings,
  openUntil: openUntil?.getTime() ?? 0,
})

/** The row, kept from other workers until the transaction ends. */
async function held(tx: Tx, profileId: string, now: Date): Promise<Circuit> {
  await tx.channelState.createMany({ data: [{ profileId, since: now }], skipDuplicates: true })
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT failures, openings, open_until AS "openUntil" FROM channel_state WHERE profile_id = ${profileId} FOR UPDATE`
  return row ? asCircuit(row) : CLOSED
}
