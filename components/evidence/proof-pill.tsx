import { Icon } from '@/components/ui/icon'
import { evidenceHref, type Proof, type StandingMark } from '@/lib/domain/evidence/paper'

/** One paper: opens beside the page, a PDF at the page that matters. */
export function ProofPill({ proof }: { proof: Proof }) {
  return (
    <a className="proof" href={evidenceHref(proof)} target="_blank" rel="noreferrer" title={proof.says}>
      <Icon name="clip" small />
      <span className="proof-name">
        <span className="vh">Minh chứng </span>
        {proof.title}
        {proof.page !== null && `, tr. ${proof.page}`}
      </span>
    </a>
  )
}

const WORDS: Record<StandingMark['kind'], string> = { checked: 'Đã đối chiếu', matched: 'Khớp dân cư' }

/** How a value stands; one that is only declared says nothing. Checked is thin, matched with the register is tinted. */
export function StandingNote({ standing }: { standing: StandingMark }) {
  const { kind, says } = standing
  return (
    <span className={kind === 'matched' ? 'proof proof--db' : 'proof proof--checked'} title={says}>
      <Icon name="check" small />
      {WORDS[kind]}
      <span className="vh">: {says}</span>
    </span>
  )
}

/** Papers and state beside a value that is only read. */
export function Proofs({ proofs, standing }: { proofs: readonly Proof[]; standing: StandingMark | null }) {
  if (proofs.length === 0 && standing === null) return null
  return (
    <span className="proofs">
      {proofs.map((proof) => (
        <ProofPill key={proof.linkId} proof={proof} />
      ))}
      {standing && <StandingNote standing={standing} />}
    </span>
  )
}
