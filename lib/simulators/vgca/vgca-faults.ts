import type { ToolKey } from './tool-cms'
import { type PdfStyle, signPdf } from './tool-pdf'

/** What can go wrong between a person, a token, this tool and the portal. */
export const VGCA_FAULTS = [
  'userCancels',
  'noToken',
  'wrongCertificate',
  'expired',
  'revoked',
  'anotherFile',
  'rewritesFile',
  'changesAfterSigning',
  'sendsTwice',
  'detachedPkcs7',
  'pss',
  'neverAnswers',
  'dropsLine',
  'garbledAnswer',
  'saysDoneWithoutFile',
] as const
export type VgcaFault = (typeof VGCA_FAULTS)[number]

/** The certificates on the simulated tokens. */
export type Tokens = { usual: ToolKey } & Partial<Record<'wrong' | 'expired' | 'revoked', ToolKey>>

/** The file the tool brings back. */
export function signedBy(paper: Uint8Array, tokens: Tokens, fault: VgcaFault | null): Uint8Array {
  const style: PdfStyle =
    fault === 'pss' ? { pss: true } : fault === 'detachedPkcs7' ? { plain: true, subFilter: 'adbe.pkcs7.detached' } : {}
  const key = keyFor(tokens, fault)
  if (fault === 'rewritesFile') return signPdf(rewritten(paper), key)
  if (fault === 'anotherFile') return Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Size 2>>\n%%EOF\n')
  const signed = signPdf(paper, key, style)
  return fault === 'changesAfterSigning' ? Buffer.concat([signed, Buffer.from('\n% ghi thêm\n%%EOF\n')]) : signed
}

function keyFor({ usual, wrong, expired, revoked }: Tokens, fault: VgcaFault | null): ToolKey {
  const other =
    fault === 'wrongCertificate' ? wrong : fault === 'expired' ? expired : fault === 'revoked' ? revoked : usual
  if (!other) throw new Error(`No token for ${fault}`)
  return other
}

/** The same document, as a tool that opens and saves it would leave it: other bytes. */
function rewritten(paper: Uint8Array): Buffer {
  const text = Buffer.from(paper).toString('latin1')
  return Buffer.from(text.replace(/\/F 132\b/, '/F 4  '), 'latin1')
}
