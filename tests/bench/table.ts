import type { Figure, Outcome } from './rounds'

/** The outcome as people read it: one line for each arm, medians with their range, and whether the goal was kept. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ name, floors, ours, ratio, memory, limit, kept }) => [
    ...floors.map((floor) => [`${name}: ${floor.name}`, say(floor.figure, ' ms'), '', '', '']),
    [
      `${name}: portal`,
      [say(ours, ' ms'), memory === null ? '' : `, ${Math.round(memory / 1e6)} MB`].join(''),
      ratio === null ? '' : say(ratio, ' ×'),
      [
        limit.ratio && `≤ ${limit.ratio} ×`,
        limit.ms && `≤ ${Math.round(limit.ms)} ms`,
        limit.memory && `≤ ${limit.memory / 1e6} MB`,
      ]
        .filter(Boolean)
        .join(', '),
      kept ? 'kept' : 'MISSED',
    ],
  ])
  const head = ['', 'median (range)', 'to the floor', 'goal', '']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const say = ({ median, from, to }: Figure, unit: string) => `${short(median)}${unit} (${short(from)}–${short(to)})`

const short = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))
