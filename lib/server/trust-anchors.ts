import 'server-only'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readAnchors } from '@/lib/documents/pdf-signature/anchors'
import { type Certificate, readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { isDemoCertificate } from '@/lib/documents/pdf-signature/demo-certificate'
import { env } from './env'

/** Authorities whose certificates this installation trusts: `anchors/*.pem` of its data folder. The demo chain only in a demonstration. */
export function trustAnchors(): Uint8Array[] {
  const folder = join(env.DATA_FOLDER, 'anchors')
  if (!existsSync(folder)) return []
  return readAnchors(folder).filter((anchor) => {
    const certificate = readCertificate(anchor)
    return certificate !== null && isPinned(certificate) && (isDemonstration() || !isDemoCertificate(certificate))
  })
}

/** Whoever can put a file into the folder cannot make an authority of it, where the environment says which count. */
const isPinned = ({ fingerprint }: Certificate) =>
  env.ANCHOR_FINGERPRINTS.length === 0 || env.ANCHOR_FINGERPRINTS.includes(fingerprint)

/** Whether certificates marked as simulated count here. */
export const isDemonstration = () => env.PORTAL_MODE === 'demonstration'
