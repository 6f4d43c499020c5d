/**
 * One spelling for one value (RFC 8785), so that it can be compared, hashed and signed.
 * Text becomes NFC, since "ế" can be typed in two ways; keys are ours and are left alone.
 * Members that are `undefined` are absent. Throws TypeError for what JSON cannot say exactly:
 * NaN, infinity, bigint, lone surrogates, `undefined` in a list, dates and other class instances.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value.normalize('NFC'))
  if (typeof value === 'number') return number(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`
  if (isPlainObject(value)) return `{${members(value).join(',')}}`
  throw new TypeError(`No canonical spelling for ${typeof value}`)
}

const members = (object: Record<string, unknown>) =>
  Object.keys(object)
    .filter((key) => object[key] !== undefined)
    // The default order compares UTF-16 units, which is what RFC 8785 §3.2.3 asks for.
    .sort()
    .map((key) => `${text(key)}:${canonical(object[key])}`)

function text(value: string) {
  if (!value.isWellFormed()) throw new TypeError('No canonical spelling for text with a lone surrogate')
  return JSON.stringify(value)
}

function number(value: number) {
  if (!Number.isFinite(value)) throw new TypeError(`No canonical spelling for ${value}`)
  return JSON.stringify(value)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  // The second test admits plain objects of another realm, such as those a test runner or a message brings.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
