import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayPartialDay } from '@/lib/catalogue/days'
import { sayDay } from '@/lib/domain/calendar'

export type PackageSaid = {
  fullName: string
  dateOfBirth: string | null
  from: string
  province: string
  version: number
  approvedOn: string
  decision: { basis: string; decidedOn: string; day: string }
  signers: readonly string[]
  unasked: boolean
}

/** What a sound package says of its person. */
export function PackageShown({ said }: { said: PackageSaid }) {
  const { fullName, dateOfBirth, from, province, version, approvedOn, decision, signers, unasked } = said
  return (
    <div className="my-4">
      <Notice look="good" title="Gói nguyên vẹn, chữ ký hợp lệ." live>
        Mã kiểm tra của từng tệp, chữ ký số, dữ liệu và bản PDF khớp nhau.
      </Notice>
      {unasked && (
        <Notice look="warn" title="Chưa hỏi được cơ quan chứng thực về việc thu hồi chứng thư.">
          Vẫn nhận được: hồ sơ vào đây chỉ là bản nháp.
        </Notice>
      )}
      <Panel title="Trong gói">
        <Facts
          of={[
            ['Họ và tên', fullName],
            ['Ngày sinh', dateOfBirth ? sayPartialDay(dateOfBirth) : 'chưa ghi'],
            ['Bên giao', `${from}, ${province}`],
            ['Bản hồ sơ', `Bản ${version}, duyệt ngày ${sayDay(approvedOn)}`],
            ['Người ký', signers.join(', ')],
            [
              'Quyết định chuyển',
              `${decision.basis} ngày ${sayDay(decision.decidedOn)}, từ ngày ${sayDay(decision.day)}`,
            ],
          ]}
        />
      </Panel>
    </div>
  )
}
