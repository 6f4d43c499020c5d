import { Facts } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import type { Result } from '@/lib/domain/result'
import { RecheckButton } from './recheck-button'
import { type SignatureCheck, SignatureChecks } from './signature-checks'

type Signature = { signer: string; serial: string; checks: SignatureCheck[] }
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
        <SignatureChecks checks={signature?.checks ?? []} />
      </div>
    </aside>
  )
}
