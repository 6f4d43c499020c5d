import 'server-only'
import { z } from 'zod'
import { assemble } from '@/lib/documents/pdf-signature/assemble'
import { prepareSignature, type ToSign } from '@/lib/documents/pdf-signature/prepare'
import { signedAttributes } from '@/lib/documents/pdf-signature/signed-attributes'
import { Refusal } from '@/lib/domain/refusal'

const der = z.base64().max(20_000)

/** What a key that signs a hash shows first: its certificate, and whatever others the key file held. */
export const SHOWN_KEY = { certificate: der, intermediates: z.array(der).max(10).default([]) }

/** What it answers then: one raw signature. */
export const RAW_SIGNATURE = z.base64().max(4_000)

export const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64')

/** Where the signature goes, where the paper ended before, and what else the key file brought. */
export type SigningGap = { start: number; end: number; paper: number; intermediates: string[] }

/** First half of signing a hash: the paper gets its gap. `kept` is for the row of the paper, `toPage` for the page that holds the key. */
export async function prepareGap(
  paper: Uint8Array,
  toSign: ToSign,
  { certificate, intermediates }: { certificate: Uint8Array; intermediates: string[] },
) {
  const { prepared, gap, digest, sha256 } = await prepareSignature(paper, toSign)
  const attributes = signedAttributes(digest, certificate)
  const kept: SigningGap = { ...gap, paper: paper.length, intermediates }
  return {
    kept: {
      ...{ preparedPdf: new Uint8Array(prepared), preparedSha256: sha256, gap: kept },
      attributes: new Uint8Array(attributes),
    },
    toPage: {
      attributes: Buffer.from(attributes).toString('base64'),
      /** SHA-256, hex, of the paper: the attributes must carry it, and the page sees to that. */
      digest: Buffer.from(digest).toString('hex'),
    },
  }
}

/** As the row of a paper keeps it between the halves. */
type KeptHalf = {
  preparedPdf: Uint8Array | null
  preparedSha256: string | null
  gap: unknown
  attributes: Uint8Array | null
}

/** Second half: the file is put together; null where nothing was prepared. Throws `signatureRefused` for one that does not fit. */
export function fillGap(
  { preparedPdf, preparedSha256, gap, attributes }: KeptHalf,
  certificate: Uint8Array | null | undefined,
  signature: string,
): { pdf: Uint8Array; preparedSha256: string } | null {
  if (!preparedPdf || !preparedSha256 || !gap || !attributes || !certificate) return null
  const { start, end, intermediates } = gap as SigningGap
  try {
    const pdf = assemble({
      ...{ prepared: preparedPdf, gap: { start, end }, attributes, certificate },
      ...{ signature: bytesOf(signature), intermediates: intermediates.map(bytesOf) },
    })
    return { pdf, preparedSha256 }
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('signatureRefused', { reasons: ['chữ ký dài quá mức'] })
    throw error
  }
}
