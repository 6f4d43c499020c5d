import type { OpenedKey } from '@/components/approvals/open-key'
import { Refusal } from '@/lib/domain/refusal'
import { completeBatch } from '@/lib/server/approvals/complete-batch'
import { prepareBatch } from '@/lib/server/approvals/prepare-batch'
import { startSignature } from '@/lib/server/approvals/start-signature'
import { type Call, transact } from '@/lib/server/call'
import { actorOf, type Member } from './roster'

/** A key that is open. */
export type Key = Pick<OpenedKey, 'certificate' | 'intermediates' | 'sign'>

type Wanted = { unitId: string; kind: 'monthly' | 'adHoc'; reason: string }

/** A head opens a batch and signs it with their key, as the page does. Answers how many records, 0 where there was nothing to sign. */
export async function signBatch(head: Member, key: Key, wanted: Wanted, at: Date): Promise<number> {
  const asks = <Input>(input: Input, minutesLater = 0): Call<Input> => {
    const now = new Date(at.getTime() + minutesLater * 60_000)
    return { transact, actor: actorOf(head, now), input, now }
  }
  const opened = await prepareBatch(asks(wanted)).catch(nothingToSign)
  if (opened === null) return 0
  const { batchId } = opened
  const { certificate, intermediates } = key
  const { attributes, digest } = await startSignature(asks({ batchId, certificate, intermediates }, 4))
  const signature = key.sign(Buffer.from(attributes, 'base64'), digest)
  const { count } = await completeBatch(asks({ batchId, signature }, 4))
  return count
}

function nothingToSign(error: unknown): null {
  if (error instanceof Refusal && error.code === 'nothingToApprove') return null
  throw error
}
