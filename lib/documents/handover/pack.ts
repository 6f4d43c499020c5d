import { createHash } from 'node:crypto'
import { zip } from '../zip'
import { CHECKSUMS, FILES, type PackageContent } from './package-content'

export type PackageFiles = Record<keyof typeof FILES, Uint8Array>

/** A list as `sha256sum -c` reads it. */
export const checksumList = (files: readonly { name: string; bytes: Uint8Array }[]) =>
  files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('')

/** One zip of everything, the list of checksums last. */
export function packHandover(files: PackageFiles): Uint8Array {
  const named = (Object.keys(FILES) as (keyof typeof FILES)[]).map((key) => ({ name: FILES[key], bytes: files[key] }))
  return zip([...named, { name: CHECKSUMS, bytes: Buffer.from(checksumList(named), 'utf8') }])
}

/** Two blanks a step, so that people can read it too. */
export const contentBytes = (content: PackageContent): Uint8Array =>
  Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8')

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
