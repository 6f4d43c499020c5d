/** One way of doing a thing: the portal's, or a floor below it. Gives nothing; how long it takes is measured. */
export type Arm = {
  name: string
  /** May say how much memory it took, in bytes, where that is measured. */
  run: () => Promise<unknown>
  /** What must be so before, and is not measured. */
  ready?: () => Promise<unknown>
}

export type Case = {
  name: string
  /** Done so often in one round; the round counts their mean. */
  times: number
  /** In so many rounds at most: what takes a minute is not done nine times. */
  rounds?: number
  /** What the same work costs at least: their sum is the floor. */
  floors: readonly Arm[]
  ours: Arm
  /** At most so many times the floor, so many milliseconds, so many bytes of memory. */
  limit: { ratio?: number; ms?: number; memory?: number }
}

export type Figure = { median: number; from: number; to: number }
export type Outcome = {
  name: string
  floors: { name: string; figure: Figure }[]
  ours: Figure
  ratio: Figure | null
  /** The most it had in any round, in bytes; null where nobody asked. */
  memory: number | null
} & {
  limit: Case['limit']
  kept: boolean
}

/**
 * Interleaved rounds, ABCABC: what else the machine does meanwhile falls on all alike. The first round warms up and is
 * not counted. The ratio is taken within each round, and its median judged.
 */
export async function measure(cases: readonly Case[], rounds: number, say: (line: string) => void): Promise<Outcome[]> {
  const taken = cases.map(({ floors }): Taken => ({ floors: floors.map(() => []), ours: [], memory: null }))
  for (let round = 0; round <= rounds; round++) {
    for (const [at, one] of cases.entries()) {
      const kept = taken[at]
      if (!kept || round > (one.rounds ?? rounds)) continue
      const floors: number[] = []
      for (const floor of one.floors) floors.push((await meanOf(floor, one.times)).ms)
      const { ms, memory } = await meanOf(one.ours, one.times)
      if (memory !== null) kept.memory = Math.max(kept.memory ?? 0, memory)
      if (round === 0) continue
      for (const [index, floor] of floors.entries()) kept.floors[index]?.push(floor)
      kept.ours.push(ms)
    }
    say(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds}.`)
  }
  return cases.map((one, at) => outcomeOf(one, taken[at] ?? { floors: [], ours: [], memory: null }))
}

async function meanOf(arm: Arm, times: number): Promise<{ ms: number; memory: number | null }> {
  await arm.ready?.()
  const began = performance.now()
  let said: unknown
  for (let left = times; left > 0; left--) said = await arm.run()
  const ms = (performance.now() - began) / times
  return { ms, memory: (said as { memory?: number } | undefined)?.memory ?? null }
}

type Taken = { floors: number[][]; ours: number[]; memory: number | null }

export function outcomeOf({ name, floors, limit }: Case, taken: Omit<Taken, 'memory'> & Partial<Taken>): Outcome {
  const ours = figureOf(taken.ours)
  const below = taken.ours.map((_, round) => taken.floors.reduce((sum, arm) => sum + (arm[round] ?? 0), 0))
  const ratio = floors.length === 0 ? null : figureOf(taken.ours.map((ms, round) => ms / (below[round] ?? 1)))
  const memory = taken.memory ?? null
  const kept =
    (limit.memory === undefined || (memory !== null && memory <= limit.memory)) &&
    (limit.ms === undefined || ours.median <= limit.ms) &&
    (limit.ratio === undefined || (ratio !== null && ratio.median <= limit.ratio))
  return {
    name,
    floors: floors.map((arm, index) => ({ name: arm.name, figure: figureOf(taken.floors[index] ?? []) })),
    ours,
    ratio,
    memory,
    limit,
    kept,
  }
}

export function figureOf(samples: readonly number[]): Figure {
  const sorted = samples.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
  return { median, from: sorted[0] ?? 0, to: sorted.at(-1) ?? 0 }
}
