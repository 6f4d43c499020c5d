import { createHash } from 'node:crypto'
import type { Group } from './message-envelope'
import type { NationalRegister } from './national-register'

const FILES_A_PAGE = 1_000

/**
 * What the register holds of one agency, page by page in the order of the numbers. No public document describes such a
 * report: this form is the portal's own, see docs/operations.md.
 */
export function reportOf(register: NationalRegister, orgCode: string, after: unknown, size = FILES_A_PAGE) {
  const prefix = `${orgCode}_`
  const last = typeof after === 'string' ? after : ''
  const held = register.files
    .filter(({ key }) => key.startsWith(prefix) && key.slice(prefix.length) > last)
    .sort((one, other) => (one.key < other.key ? -1 : 1))
  const page = held.slice(0, size)
  return {
    err_code: 0,
    message: 'Thành công',
    files: page.map(({ key, receivedAt, body }) => ({
      SoHieuCBCCVC_BNDP: key.slice(prefix.length),
      received_at: receivedAt,
      sha256: fingerprint(body),
    })),
    next: held.length > size ? (page.at(-1)?.key.slice(prefix.length) ?? null) : null,
  }
}

/** SHA-256 of the file in its one spelling: names in order, nothing that is not given, no space (RFC 8785). */
const fingerprint = (body: Group) => createHash('sha256').update(spelled(body)).digest('hex')

function spelled(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`
  const members = Object.entries(value as Group)
    .filter(([, inner]) => inner !== '' && inner !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${spelled(inner)}`).join(',')}}`
}
