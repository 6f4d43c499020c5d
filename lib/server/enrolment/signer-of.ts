import 'server-only'
import type { Certificate } from '@/lib/documents/pdf-signature/certificate'
import { readCms } from '@/lib/documents/pdf-signature/cms'

/** The certificate that made a signature; null when it cannot be read. */
export function signerOf(contents: Uint8Array | null): Certificate | null {
  try {
    return contents && readCms(contents).signer
  } catch {
    return null
  }
}
