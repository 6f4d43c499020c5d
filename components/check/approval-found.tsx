import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'

type Found = {
  standing: 'stands' | 'replaced' | 'withdrawn'
  number: string
  unitName: string
  approver: { name: string; title: string }
  approvedAt: Date
  version: number
  leaf: string
  initials: string
  replacedAt: Date | null
  withdrawnAt: Date | null
}

/** The answer to a printed code: does the approval stand, whose word it is, and what to compare with the paper. */
export function ApprovalFound({ found }: { found: Found }) {
  const { standing, number, unitName, approver, approvedAt, version, leaf, initials, replacedAt, withdrawnAt } = found
  return (
    <>
      {standing === 'stands' && <Notice look="good" title="Đã phê duyệt bằng chữ ký số, còn giá trị." />}
      {standing === 'withdrawn' && (
        <Notice look="warn" title="Phê duyệt đã rút, không còn giá trị.">
          {withdrawnAt && `Rút bằng văn bản ký số lúc ${sayInstant(withdrawnAt)}.`}
        </Notice>
      )}
      {standing === 'replaced' && (
        <Notice look="warn" title="Đã phê duyệt, nhưng nay có bản mới hơn.">
          {replacedAt && `Bản mới được phê duyệt lúc ${sayInstant(replacedAt)}.`}
        </Notice>
      )}
      <Panel title="So với tờ giấy trong tay">
        <Facts
          of={[
            ['Cơ quan phê duyệt', unitName],
            ['Văn bản phê duyệt', `Số ${number}`],
            ['Phê duyệt lúc', sayInstant(approvedAt)],
            ['Người ký', [approver.title.split('\n').join(', '), approver.name].filter(Boolean).join(' ')],
            ['Chữ đầu họ tên', initials],
            ['Bản và mã kiểm tra', <code key="leaf">{`${version} · ${leaf}`}</code>],
          ]}
        />
      </Panel>
    </>
  )
}
