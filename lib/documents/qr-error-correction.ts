/** Reed–Solomon over GF(256) with the polynomial of ISO/IEC 18004: the words of correction for one block. */
export function errorCorrection(data: readonly number[], length: number): number[] {
  const divisor = generator(length)
  const rest = Array<number>(length).fill(0)
  for (const word of data) {
    const factor = word ^ (rest.shift() ?? 0)
    rest.push(0)
    for (const [at, coefficient] of divisor.entries()) rest[at] = (rest[at] ?? 0) ^ multiply(coefficient, factor)
  }
  return rest
}

/** (x − 1)(x − 2)(x − 4)… without its leading one. */
function generator(length: number): number[] {
  const result = [...Array<number>(length - 1).fill(0), 1]
  let root = 1
  for (let n = 0; n < length; n++) {
    for (let at = 0; at < length; at++) {
      result[at] = multiply(result[at] ?? 0, root) ^ (result[at + 1] ?? 0)
    }
    root = multiply(root, 2)
  }
  return result
}

function multiply(one: number, other: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((other >>> bit) & 1) * one
  }
  return product
}
