/** One way of doing a thing: the portal's, or a floor below it. Gives nothing; how long it takes is measured. */
export type Arm = {
  name: string
  run: () => Promise<unknown>
  /** What must be so before, and is not measured. */
  ready?: () => Promise<unknown>
}

export type Case = {
  name: string
  /** Done so often in one round; the round counts their mean. */
  times: number
  /** What the same work costs at least: their sum is the floor. */
  floors: readonly Arm[]
  ours: Arm
  /** At most so many times the floor, at most so many milliseconds. */
  limit: { ratio?: number; ms?: number }
}

export type Figure = { median: number; from: number; to: number }
export type Outcome = {
  name: string
  floors: { name: string; figure: Figure }[]
  ours: Figure
  ratio: Figure | null
} & {
  limit: Case['limit']
  kept: boolean
}

/**
 * Interleaved rounds, ABCABC: what else the machine does meanwhile falls on all alike. The first round warms up and is
 * not counted. The ratio is taken within each round, and its median judged.
 */
export async function measure(cases: readonly Case[], rounds: number, say: (line: string) => void): Promise<Outcome[]> {
  const taken = cases.map(({ floors }) => ({ floors: floors.map(() => [] as number[]), ours: [] as number[] }))
  for (let round = 0; round <= rounds; round++) {
    for (const [at, one] of cases.entries()) {
      const floors: number[] = []
      for (const floor of one.floors) floors.push(await meanOf(floor, one.times))
      const ours = await meanOf(one.ours, one.times)
      if (round === 0) continue
      for (const [index, ms] of floors.entries()) taken[at]?.floors[index]?.push(ms)
      taken[at]?.ours.push(ours)
    }
    say(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds}.`)
  }
  return cases.map((one, at) => outcomeOf(one, taken[at] ?? { floors: [], ours: [] }))
}

async function meanOf(arm: Arm, times: number): Promise<number> {
  await arm.ready?.()
  const began = performance.now()
  for (let left = times; left > 0; left--) await arm.run()
  return (performance.now() - began) / times
}

export function outcomeOf({ name, floors, limit }: Case, taken: { floors: number[][]; ours: number[] }): Outcome {
  const ours = figureOf(taken.ours)
  const below = taken.ours.map((_, round) => taken.floors.reduce((sum, arm) => sum + (arm[round] ?? 0), 0))
  const ratio = floors.length === 0 ? null : figureOf(taken.ours.map((ms, round) => ms / (below[round] ?? 1)))
  const kept =
    (limit.ms === undefined || ours.median <= limit.ms) &&
    (limit.ratio === undefined || (ratio !== null && ratio.median <= limit.ratio))
  return {
    name,
    floors: floors.map((arm, index) => ({ name: arm.name, figure: figureOf(taken.floors[index] ?? []) })),
    ours,
    ratio,
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
