import 'server-only'
import type { Call } from '../call'

/** What is to be signed, behind one port: every way of signing uses these, whatever the paper is. */
export type SigningSubject = {
  /** The paper with its empty field. Throws the refusal that says why this actor may not sign it now. */
  paper: (call: Call<{ id: string }>) => Promise<{ pdf: Uint8Array; name: string }>
  /** Takes the whole file that came back: it is judged here, and believed or refused. */
  take: (call: Call<{ id: string; paperSha256: string; signedPdf: Uint8Array }>) => Promise<unknown>
}
