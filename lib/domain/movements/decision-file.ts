/** Decisions are a few scanned pages. */
export const DECISION_MOST_BYTES = 5 * 1024 * 1024

/** A PDF by its own first and last bytes, whatever it is called. */
export function isPdf(bytes: Uint8Array): boolean {
  const text = (from: number, until: number) => String.fromCharCode(...bytes.subarray(Math.max(0, from), until))
  return text(0, 5) === '%PDF-' && text(bytes.length - 1024, bytes.length).includes('%%EOF')
}
