import 'server-only'

/** How many messages may begin now: `perSecond` in any second, or any number where that is null. */
export class Pace {
  #begun: number[] = []
  #share: number | null

  constructor(private readonly perSecond: number | null) {
    this.#share = perSecond
  }

  /** The limit is that of so many workers together. */
  shareAmong(workers: number) {
    if (this.perSecond !== null) this.#share = Math.max(1, Math.floor(this.perSecond / Math.max(1, workers)))
  }

  allows(now: number): number {
    if (this.#share === null) return Number.POSITIVE_INFINITY
    this.#begun = this.#begun.filter((at) => at > now - 1000)
    return this.#share - this.#begun.length
  }

  take(now = Date.now()) {
    if (this.#share !== null) this.#begun.push(now)
  }
}
