import { Facts } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import { CHECK_WORDS } from '@/lib/domain/batch-words'
import type { Result } from '@/lib/domain/result'
import { RecheckButton } from './recheck-button'

type Signature = { signer: string; serial: string; checks: { code: string; ok: boolean | null; detail: string }[] }
type Props = {
  batchId: string
  code: string
  unitName: string
  signer: string
  signedAt: string
  signature: Signature | null
  recheck: (input: { batchId: string }) => Promise<Result<{ valid: boolean; reasons: string[] }>>
}

/** The signed paper: its stamp, what was checked of the signature, and where to take it. */
export function SignedPaper({ batchId, code, unitName, signer, signedAt, signature, recheck }: Props) {
  return (
    <aside className="panel" aria-labelledby="paper">
      <header>
        <h2 id="paper">Bản phê duyệt</h2>
        <span className="good flex">
          <Icon name="check" small />
          Chữ ký hợp lệ
        </span>
      </header>
      <div className="panel-body spaced">
        <div className="sigblock">
          <div className="stamp">
            Ký bởi: {signer}
            <br />
            Cơ quan: {unitName}
            <br />
            Thời gian: {signedAt}
          </div>
          <p>
            <b>{signer}</b>
          </p>
        </div>
        <Facts
          of={[
            ['Mã đợt', <code key="code">{code}</code>],
            ['Số chứng thư', <code key="serial">{signature?.serial}</code>],
          ]}
        />
        <p className="acts">
          <a className="button" href={`/api/documents/approval/${batchId}`} download>
            <Icon name="down" />
            Tải PDF đã ký
          </a>
        </p>
        <RecheckButton batchId={batchId} recheck={recheck} />
        <h3>Đã kiểm khi nhận</h3>
        <ul className="checks">
          {signature?.checks.map(({ code: check, ok, detail }) => (
            <li key={check} className={ok === null ? 'soft' : undefined}>
              <Icon name={ok === null ? 'ring' : ok ? 'check' : 'stop'} small />
              <span>
                <b>{CHECK_WORDS[check] ?? check}:</b> {detail}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  )
}
