'use client'

import { useRouter } from 'next/navigation'
import { useAct } from '@/components/people/use-act'
import { Fault } from '@/components/ui/fault'
import { Icon } from '@/components/ui/icon'
import type { Proof } from '@/lib/domain/evidence/paper'
import { AddProof } from './add-proof'
import { type EvidenceActs, useEvidence, useProofs } from './evidence-context'
import { ProofPill, StandingNote } from './proof-pill'

type EditProofsProps = {
  code: string
  row?: string
  label: string
  /** What was said of the value that was there is not said of what is being typed. */
  changed: boolean
}

/** At a field or row being written: its papers, a way to add one, and how the value stands. */
export function EditProofs({ code, row = '', label, changed }: EditProofsProps) {
  const evidence = useEvidence()
  const { proofs, standing } = useProofs(code, row)
  if (!evidence) return null
  return (
    <span className="proofs">
      {proofs.map((proof) => (
        <span className="proof-set" key={proof.linkId}>
          <ProofPill proof={proof} />
          {proof.mayRemove && evidence.acts && <RemoveProof proof={proof} remove={evidence.acts.remove} />}
        </span>
      ))}
      {standing && !changed && <StandingNote standing={standing} />}
      <AddProof
        code={code}
        row={row}
        label={label}
        className={proofs.length + (standing ? 1 : 0) > 0 ? 'proof--more' : ''}
      />
    </span>
  )
}

function RemoveProof({ proof, remove }: { proof: Proof; remove: EvidenceActs['remove'] }) {
  const router = useRouter()
  const { run, busy, refused } = useAct(remove)
  return (
    <>
      <button
        type="button"
        className="plain proof-away"
        aria-busy={busy}
        onClick={() => run({ linkId: proof.linkId }, () => router.refresh())}
      >
        <Icon name="cross" small />
        <span className="vh">Gỡ minh chứng {proof.title}</span>
      </button>
      {refused && <Fault id={`remove-${proof.linkId}`}>{refused.message}</Fault>}
    </>
  )
}
