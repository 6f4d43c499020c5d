const AT_ONCE = 4

/** Does all of it, a few at a time, and gives the results in order. */
export async function several<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = []
  const waiting = works.map((work, index) => ({ work, index }))
  const hand = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next.index] = await next.work()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
  return results
}
