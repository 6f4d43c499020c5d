/** Rows of modules; true is dark. */
export type Grid = boolean[][]
/** What is drawn so far, and which modules no data may touch. */
export type Pattern = { grid: Grid; fixed: Grid; version: number }

/** Centres of the alignment patterns, by version from 1 (ISO/IEC 18004, annex E). */
const ALIGNMENT = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46]]

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

export const isDark = (grid: Grid, x: number, y: number) => grid[y]?.[x] === true

/** Finders, alignment, timing and version; the place of the format is kept free. */
export function drawFixed(version: number): Pattern {
  const size = 17 + 4 * version
  const pattern = { grid: empty(size), fixed: empty(size), version }
  for (let at = 0; at < size; at++) {
    set(pattern, 6, at, at % 2 === 0)
    set(pattern, at, 6, at % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(pattern, x, y, 4, [2, 4])
  const centres = ALIGNMENT[version - 1] ?? []
  const last = centres.at(-1)
  for (const x of centres) {
    for (const y of centres) {
      const atFinder = (x === 6 && (y === 6 || y === last)) || (x === last && y === 6)
      if (!atFinder) rings(pattern, x, y, 2, [1])
    }
  }
  drawFormat(pattern, 0)
  if (version >= 7) drawVersion(pattern)
  return pattern
}

/** The mask that leaves the fewest marks which confuse a reader; any of the eight could be read. */
export function maskedBest(pattern: Pattern): Grid {
  const candidates = MASKS.map((mask, number) => {
    const grid = pattern.grid.map((row, y) =>
      row.map((dark, x) => (isDark(pattern.fixed, x, y) ? dark : dark !== mask(x, y))),
    )
    drawFormat({ ...pattern, grid }, number)
    return { grid, penalty: penaltyOf(grid) }
  })
  return candidates.reduce((best, one) => (one.penalty < best.penalty ? one : best)).grid
}

const empty = (size: number): Grid => Array.from({ length: size }, () => Array<boolean>(size).fill(false))

function set({ grid, fixed }: Pattern, x: number, y: number, dark: boolean) {
  const [row, fixedRow] = [grid[y], fixed[y]]
  if (!row || !fixedRow || x < 0 || x >= row.length) return
  row[x] = dark
  fixedRow[x] = true
}

/** Squares around a centre; light ones at these distances. */
function rings(pattern: Pattern, x: number, y: number, reach: number, light: readonly number[]) {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      set(pattern, x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
    }
  }
}

/** Level M is 00; then the mask, then ten bits of BCH, all against a mask of its own. Written twice. */
function drawFormat(pattern: Pattern, mask: number) {
  let rest = mask
  for (let n = 0; n < 10; n++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const bit = (at: number) => ((bits >>> at) & 1) === 1
  const size = pattern.grid.length
  for (let at = 0; at <= 5; at++) set(pattern, 8, at, bit(at))
  set(pattern, 8, 7, bit(6))
  set(pattern, 8, 8, bit(7))
  set(pattern, 7, 8, bit(8))
  for (let at = 9; at < 15; at++) set(pattern, 14 - at, 8, bit(at))
  for (let at = 0; at < 8; at++) set(pattern, size - 1 - at, 8, bit(at))
  for (let at = 8; at < 15; at++) set(pattern, 8, size - 15 + at, bit(at))
  set(pattern, 8, size - 8, true)
}

function drawVersion(pattern: Pattern) {
  let rest = pattern.version
  for (let n = 0; n < 12; n++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  const bits = (pattern.version << 12) | rest
  for (let at = 0; at < 18; at++) {
    const [far, near] = [pattern.grid.length - 11 + (at % 3), Math.floor(at / 3)]
    set(pattern, far, near, ((bits >>> at) & 1) === 1)
    set(pattern, near, far, ((bits >>> at) & 1) === 1)
  }
}

/** ISO/IEC 18004, 7.8.3: long runs, squares of four, what looks like a finder, an uneven share of dark. */
function penaltyOf(grid: Grid): number {
  const lines = [...grid, ...grid.map((_, x) => grid.map((row) => row[x] === true))].map((line) =>
    line.map((dark) => (dark ? '1' : '0')).join(''),
  )
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0)
  const finders = lines.reduce((sum, line) => sum + (line.match(/(?=00001011101|10111010000)/g)?.length ?? 0), 0)
  let squares = 0
  for (let y = 1; y < grid.length; y++) {
    for (let x = 1; x < grid.length; x++) {
      const dark = isDark(grid, x, y)
      const same = [isDark(grid, x - 1, y), isDark(grid, x, y - 1), isDark(grid, x - 1, y - 1)]
      if (same.every((one) => one === dark)) squares++
    }
  }
  const share = grid.flat().filter(Boolean).length / grid.length ** 2
  return runs + 3 * squares + 40 * finders + 10 * Math.floor(Math.abs(share - 0.5) * 20)
}
