import { sign } from 'node:crypto'
import { type ApprovalStatement, approvalPdf } from '@/lib/documents/approval-pdf'
import { assemble } from '@/lib/documents/pdf-signature/assemble'
import { type Prepared, prepareSignature } from '@/lib/documents/pdf-signature/prepare'
import { signedAttributes } from '@/lib/documents/pdf-signature/signed-attributes'
import { type VerifyOptions, verifyPdf } from '@/lib/documents/pdf-signature/verify'
import type { Signer } from './a-chain'
import { aStatement } from './a-statement'

export const SIGNED_AT = new Date('2026-11-27T01:30:00Z')

export const prepare = async (statement: ApprovalStatement = aStatement()) =>
  prepareSignature(await approvalPdf(statement), {
    reason: 'Phê duyệt hồ sơ tháng 11 năm 2026',
    at: SIGNED_AT,
    signerName: 'Nguyễn Thị Hồng Ánh',
  })

/** The three steps of signing, with a key that in life stays in the browser. */
export function signWith(signer: Signer, { prepared, gap, digest }: Prepared): Uint8Array {
  const attributes = signedAttributes(digest, signer.certificate)
  const signature = sign('sha256', attributes, signer.key)
  const { certificate, intermediates } = signer
  return assemble({ prepared, gap, attributes, signature, certificate, intermediates })
}

/** The codes of what is wrong with a file; empty when it is valid. */
export async function faultsOf(pdf: Uint8Array, anchors: Uint8Array[], options: Partial<VerifyOptions> = {}) {
  const verdict = await verifyPdf(pdf, { anchors, at: SIGNED_AT, ...options })
  const codes = verdict.reasons.map(({ code }) => code)
  if (verdict.valid !== (codes.length === 0)) throw new Error('A verdict that contradicts itself')
  return codes
}

/** The DER of the CMS in the gap, without the padding. */
export function cmsIn(pdf: Uint8Array, gap: { start: number; end: number }): Buffer {
  const hex = Buffer.from(pdf.subarray(gap.start + 1, gap.end - 1)).toString('latin1')
  const bytes = Buffer.from(hex, 'hex')
  return bytes.subarray(0, 4 + bytes.readUInt16BE(2))
}

/** Puts other bytes into the gap. */
export function withCms(pdf: Uint8Array, gap: { start: number; end: number }, cms: Uint8Array): Uint8Array {
  const changed = Buffer.from(pdf)
  const hex = Buffer.from(cms).toString('hex')
  changed.write(hex.padEnd(gap.end - gap.start - 2, '0'), gap.start + 1, 'latin1')
  return new Uint8Array(changed)
}
