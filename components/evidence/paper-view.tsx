import { evidenceHref, type Proof } from '@/lib/domain/evidence/paper'

/** A paper beside what it proves: a picture as it is, a PDF in the browser's own viewer at its page. */
export function PaperView({ proof }: { proof: Proof }) {
  const href = evidenceHref(proof)
  return (
    <section className="panel paper-view" aria-label={`Minh chứng ${proof.title}`}>
      <header>
        <h2>{proof.title}</h2>
        {proof.page !== null && <span className="meta">trang {proof.page}</span>}
      </header>
      <div className="scan">
        {proof.kind === 'pdf' ? (
          <iframe key={href} src={withoutTools(proof)} title={`Minh chứng ${proof.title}`} />
        ) : (
          // biome-ignore lint/performance/noImgElement: a paper of one person, encrypted in the store, is nothing to be optimised and kept
          <img src={href} alt={`Minh chứng ${proof.title}`} />
        )}
      </div>
      <div className="panel-body">
        <p className="soft">{proof.says}.</p>
        <p className="acts">
          <a className="button button--small" href={href} target="_blank" rel="noreferrer">
            Mở trong thẻ mới
          </a>
        </p>
      </div>
    </section>
  )
}

/** The viewer of the browser without its own bar: there is little room beside the values. */
const withoutTools = ({ evidenceId, page }: Proof) =>
  `${evidenceHref({ evidenceId, page: page ?? 1 })}&toolbar=0&navpanes=0&view=FitH`
