import 'server-only'
import { createHash } from 'node:crypto'
import type { NationalFile } from '@/lib/documents/national-file'
import { asWanted } from '@/lib/documents/national-wire'
import { canonical } from '@/lib/domain/canonical'

/**
 * The fingerprint by which both sides know a file again: SHA-256 of its one spelling (RFC 8785), without the names that
 * have no value, so that it is the same whichever way a profile writes what is not given. Lists count, empty ones too.
 */
export const fileDigest = (file: NationalFile) =>
  createHash('sha256')
    .update(canonical(asWanted(file, 'omit')))
    .digest('hex')
