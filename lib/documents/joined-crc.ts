/** The checksum of two texts one behind the other, from theirs: CRC-32 is linear, so `before` is only moved on by the zeros of `length`. */
export function joinedCrc(before: number, after: number, length: number): number {
  let crc = before
  let left = length
  // Moving on by one zero bit; squared it moves on by two, by four, …: three times makes a byte.
  let step = squared(squared(squared(ONE_BIT)))
  while (left > 0) {
    if (left % 2 === 1) crc = times(step, crc)
    left = Math.floor(left / 2)
    step = squared(step)
  }
  return (crc ^ after) >>> 0
}

/** A row of the matrix for each bit. */
type Matrix = readonly number[]

const ONE_BIT: Matrix = [0xedb88320, ...Array.from({ length: 31 }, (_, at) => 2 ** at)]

function times(matrix: Matrix, vector: number): number {
  let sum = 0
  for (let bit = 0; bit < 32; bit++) if ((vector >>> bit) & 1) sum ^= matrix[bit] ?? 0
  return sum
}

const squared = (matrix: Matrix): Matrix => matrix.map((row) => times(matrix, row))
