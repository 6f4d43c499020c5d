import { errorCorrection } from './qr-error-correction'
import { drawFixed, type Grid, isDark, maskedBest, type Pattern } from './qr-pattern'

/** Capacity at level M (ISO/IEC 18004, table 9), by version: all codewords, those of correction in a block, blocks. */
// biome-ignore format: meant to be read as a table
const VERSIONS = [
  [26, 10, 1], [44, 16, 1], [70, 26, 1], [100, 18, 2], [134, 24, 2], [172, 16, 4], [196, 18, 4], [242, 22, 4], [292, 22, 5],
] as const

/** Light modules that must stand around the code. */
const QUIET = 4

/** A text of up to 180 bytes as a QR code: the path of its dark modules, for an SVG whose box is `size` wide and high. */
export function qrCode(text: string): { size: number; path: string } {
  const bytes = new TextEncoder().encode(text)
  const index = VERSIONS.findIndex(([all, correction, blocks]) => bytes.length + 2 <= all - correction * blocks)
  const capacity = VERSIONS[index]
  if (!capacity) throw new RangeError(`${bytes.length} bytes do not fit`)
  const [all, correction, blocks] = capacity
  const words = interleaved(dataWords(bytes, all - correction * blocks), correction, blocks)
  const pattern = drawFixed(index + 1)
  placeWords(pattern, words)
  const grid = maskedBest(pattern)
  return { size: grid.length + 2 * QUIET, path: pathOf(grid) }
}

/** Byte mode, length, the bytes, the end, and padding to the full length. */
function dataWords(bytes: Uint8Array, length: number): number[] {
  const bits = [...toBits(4, 4), ...toBits(bytes.length, 8), ...[...bytes].flatMap((byte) => toBits(byte, 8))]
  bits.push(...toBits(0, Math.min(4, length * 8 - bits.length)))
  while (bits.length % 8 !== 0) bits.push(0)
  const words = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => (word << 1) | bit, 0),
  )
  for (let pad = 0xec; words.length < length; pad ^= 0xec ^ 0x11) words.push(pad)
  return words
}

const toBits = (value: number, length: number) => Array.from({ length }, (_, at) => (value >>> (length - 1 - at)) & 1)

/** Blocks side by side, so that one stain does not spoil one block alone; the last blocks are one word longer. */
function interleaved(data: number[], correction: number, count: number): number[] {
  const short = Math.floor(data.length / count)
  const longFrom = count - (data.length % count)
  let start = 0
  const blocks = Array.from({ length: count }, (_, at) => {
    const block = data.slice(start, start + short + (at >= longFrom ? 1 : 0))
    start += block.length
    return { block, check: errorCorrection(block, correction) }
  })
  const column = (of: number[][], at: number) => of.flatMap((words) => words[at] ?? [])
  const range = (length: number) => Array.from({ length }, (_, at) => at)
  return [
    ...range(short + 1).flatMap((at) =>
      column(
        blocks.map(({ block }) => block),
        at,
      ),
    ),
    ...range(correction).flatMap((at) =>
      column(
        blocks.map(({ check }) => check),
        at,
      ),
    ),
  ]
}

/** Two columns at a time from the right, up and down in turn, past what is fixed. */
function placeWords({ grid, fixed }: Pattern, words: number[]) {
  const size = grid.length
  let bit = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    const upward = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step++) {
      const y = upward ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (isDark(fixed, x, y)) continue
        const row = grid[y]
        if (row) row[x] = (((words[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1
        bit++
      }
    }
  }
}

const pathOf = (grid: Grid) =>
  grid.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ''))).join('')
