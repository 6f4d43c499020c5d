import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'

type Found = {
  standing: 'stands' | 'replaced'
  kind: string
  number: string
  unitName: string
  signer: string
  signerTitle: string
  closedAt: Date
  withdrawnSince: Date | null
  replacedBy: string | null
}

/** The answer to the code of an issued document: it stands, or another took its place. */
export function ExportFound({ found }: { found: Found }) {
  const { standing, kind, number, unitName, signer, signerTitle, closedAt, withdrawnSince, replacedBy } = found
  return (
    <>
      {withdrawnSince && (
        <Notice look="warn" title="Phê duyệt hồ sơ trong văn bản này đã rút, nội dung không còn giá trị.">
          {`Rút bằng văn bản ký số lúc ${sayInstant(withdrawnSince)}. Hỏi cơ quan cấp để có văn bản thay thế.`}
        </Notice>
      )}
      {standing === 'stands' && !withdrawnSince && (
        <Notice look="good" title="Đã phát hành với hai chữ ký số, còn giá trị." />
      )}
      {standing === 'replaced' && (
        <Notice look="warn" title="Đã được thay bằng văn bản khác, không dùng nữa.">
          {replacedBy && `Văn bản thay thế: số ${replacedBy}.`}
        </Notice>
      )}
      <Panel title="So với văn bản trong tay">
        <Facts
          of={[
            ['Loại văn bản', kind],
            ['Số', number],
            ['Cơ quan', unitName],
            ['Phát hành lúc', sayInstant(closedAt)],
            ['Người ký', [signerTitle.split('\n').join(', '), signer].filter(Boolean).join(' ')],
          ]}
        />
      </Panel>
    </>
  )
}
