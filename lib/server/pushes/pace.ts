import 'server-only'

/** How many messages may begin now: `perSecond` in any second, or any number where that is null. */
export class Pace {
  #begun: number[] = []

  constructor(private readonly perSecond: number | null) {}

  allows(now: number): number {
    if (this.perSecond === null) return Number.POSITIVE_INFINITY
    this.#begun = this.#begun.filter((at) => at > now - 1000)
    return this.perSecond - this.#begun.length
  }

  take(now = Date.now()) {
    if (this.perSecond !== null) this.#begun.push(now)
  }
}
