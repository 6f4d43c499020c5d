import { createHash } from 'node:crypto'
import { mappedNames } from './national-mapping'

let version: string | null = null

/**
 * The version of the mapping by which messages are made: it changes with every name, place or code that does, so that it can be told
 * of any message of the past whether today's would look the same.
 */
export function mappingVersion(): string {
  version ??= createHash('sha256')
    .update(JSON.stringify(mappedNames().map(lineOf)))
    .digest('hex')
    .slice(0, 12)
  return version
}

const lineOf = ({ field, group, list, name }: ReturnType<typeof mappedNames>[number]) => [
  ...[field.section, field.code, group, list, name],
  'nationalCodes' in field ? field.nationalCodes : null,
]
