import 'server-only'

/**
 * A service that holds people's keys, or reaches them in a SIM: asked in two steps, because the signed attributes name the certificate.
 * First whose certificate it is, then to sign a hash; the signer confirms on the telephone meanwhile.
 */
export type HashSigningService = {
  /** As people know it. */
  name: string
  /** The certificate of an account, with the authorities above it. Throws ServiceProblem. */
  certificateOf(account: string): Promise<RemoteKey>
  /** Asks the signer to confirm. `validSeconds` is how long the service may wait for that. Throws ServiceProblem. */
  ask(request: HashRequest): Promise<{ transaction: string; code: string | null }>
  /** What became of it. Throws ServiceProblem. */
  answer(transaction: string): Promise<HashAnswer>
}

export type RemoteKey = { credential: string; certificate: Uint8Array; intermediates: Uint8Array[] }
export type HashRequest = { credential: string; sha256: Uint8Array; title: string; validSeconds: number }
export type HashAnswer =
  | { state: 'waiting' }
  | { state: 'signed'; signature: Uint8Array }
  | { state: 'refused' }
  | { state: 'expired' }

/** Why the service did not serve; a person reads the sentence of its refusal, the log this. */
export class ServiceProblem extends Error {
  constructor(readonly code: 'unreachable' | 'unauthorised' | 'accountUnknown' | 'garbled') {
    super(code)
  }
}
