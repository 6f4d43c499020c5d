/** A dice that always falls the same way: everything invented in the demo province comes from one, so that two fillings are equal. */
export type Chance = {
  /** From `low` to `high`, both included. */
  whole(low: number, high: number): number
  one<T>(list: readonly T[]): T
  /** True in `percent` of a hundred cases. */
  happens(percent: number): boolean
  digits(count: number): string
}

export function chanceOf(name: string): Chance {
  const next = generator(name)
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    whole,
    one: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new RangeError(`Nothing to choose from for ${name}`)
      return list[whole(0, list.length - 1)] as T
    },
    happens: (percent) => next() * 100 < percent,
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(''),
  }
}

/** mulberry32, seeded with FNV-1a of the name. */
function generator(name: string): () => number {
  let state = 0x811c9dc5
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
