import Link from 'next/link'
import { type SignatureCheck, SignatureChecks } from '@/components/approvals/signature-checks'
import { Facts } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'

type Other = { id: string; number: string | null } | null
type Props = {
  document: {
    id: string
    number: string | null
    hasFile: boolean
    subjectName: string
    purpose: string
    requestedBy: string
    requestedAt: Date
    signerName: string | null
    signedAt: Date | null
    sealedBy: string | null
    closedAt: Date | null
    reason: string | null
    unit: { name: string }
    replaces: Other
    replacedBy: Other
    verdict: { signatures: { field: string; signer: string; checks: SignatureCheck[] }[] } | null
  }
}

/** What the document is, who did what with it, and what was checked of its signatures. */
export function DocumentPanel({ document }: Props) {
  const { number, signedAt, signerName, sealedBy, closedAt, replaces, replacedBy, verdict, reason } = document
  return (
    <Panel className="document" title={number === null ? 'Bản nháp' : `Văn bản số ${number}`}>
      <Facts
        of={[
          ['Cơ quan', document.unit.name],
          ['Dùng vào việc', document.purpose],
          ['Đề nghị', `${document.requestedBy}, ${sayInstant(document.requestedAt)}`],
          ...(signedAt ? [['Ký', `${signerName}, ${sayInstant(signedAt)}`] as [string, string]] : []),
          ...(sealedBy && closedAt ? [['Đóng dấu', `${sealedBy}, ${sayInstant(closedAt)}`] as [string, string]] : []),
          ...(reason ? [['Không cấp vì', reason] as [string, string]] : []),
          ...linked('Thay cho', replaces),
          ...linked('Đã thay bằng', replacedBy),
        ]}
      />
      {document.hasFile && (
        <p className="acts">
          <a className="button" href={`/api/documents/export/${document.id}`} download>
            <Icon name="down" />
            {number === null ? 'Tải bản nháp' : 'Tải văn bản'}
          </a>
        </p>
      )}
      {verdict?.signatures.map(({ field, signer, checks }) => (
        <section key={field}>
          <h3>{`${field === 'CoQuan' ? 'Chữ ký của cơ quan' : 'Chữ ký của người có thẩm quyền'}: ${signer}`}</h3>
          <SignatureChecks checks={checks} />
        </section>
      ))}
    </Panel>
  )
}

const linked = (label: string, other: Other): [string, React.ReactNode][] =>
  other === null
    ? []
    : [
        [
          label,
          <Link key={other.id} href={`/exports/${other.id}`}>
            {`Số ${other.number}`}
          </Link>,
        ],
      ]
