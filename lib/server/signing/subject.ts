import 'server-only'
import type { Call } from '../call'

/** What is to be signed, behind one port: every way of signing uses these, whatever the paper is. */
export type SigningSubject = {
  /** The paper with its empty field. Throws the refusal that says why this actor may not sign it now. */
  paper: (call: Call<{ id: string }>) => Promise<{ pdf: Uint8Array; name: string }>
  /** For keys that sign a hash: judges the certificate, leaves the gap, and gives what is to be signed. */
  begin: (
    call: Call<{ id: string; certificate: string; intermediates: string[] }>,
  ) => Promise<{ attributes: string; title: string }>
  /** Puts the raw signature into the gap, and judges. */
  finish: (call: Call<{ id: string; signature: string }>) => Promise<unknown>
  /** The account at the remote service with which this actor signs this; null when none is known. */
  remoteAccount: (call: Call<{ id: string; account: string | null }>) => Promise<string | null>
  /** Takes the whole file that came back: it is judged here, and believed or refused. */
  take: (call: Call<{ id: string; paperSha256: string; signedPdf: Uint8Array }>) => Promise<unknown>
}
