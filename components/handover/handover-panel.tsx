'use client'

import { useRouter } from 'next/navigation'
import { RefusedForm } from '@/components/people/refused-form'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { StateChip } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import type { Result } from '@/lib/domain/result'

export type MadePackage = {
  id: string
  version: number
  sha256: string
  bytes: number
  byName: string
  at: Date
  receipt: { documentNo: string; receivedOn: string; receivedBy: string } | null
}

type HandoverPanelProps = {
  movementId: string
  packages: readonly MadePackage[]
  make: (input: { movementId: string }) => Promise<Result<unknown>>
}

/** The packages made for somebody who leaves the province, and the act that makes one. */
export function HandoverPanel({ movementId, packages, make }: HandoverPanelProps) {
  const router = useRouter()
  const { run, busy, refused } = useAct(make)
  const act = (
    <Button look="small" onClick={() => run({ movementId }, () => router.refresh())} aria-busy={busy}>
      Lập gói bàn giao
    </Button>
  )
  return (
    <Panel title="Bàn giao hồ sơ" aside={act} padded={false}>
      <RefusedForm refused={refused} labels={{}} />
      {packages.length === 0 ? (
        <Empty title="Chưa lập gói nào.">
          Gói gồm bản được duyệt (PDF và dữ liệu), tờ phê duyệt có chữ ký số, quyết định, biên bản để hai bên ký và mã
          kiểm tra của từng tệp. Tờ phê duyệt có tên những người cùng đợt ký.
        </Empty>
      ) : (
        <table {...CARDS.table} className="cards" aria-label="Gói bàn giao">
          <thead {...CARDS.group}>
            <tr {...CARDS.row}>
              <th {...CARDS.columnHead}>Gói</th>
              <th {...CARDS.columnHead}>Bản hồ sơ</th>
              <th {...CARDS.columnHead}>Người lập</th>
              <th {...CARDS.columnHead}>Mã kiểm tra</th>
              <th {...CARDS.columnHead}>Giao nhận</th>
            </tr>
          </thead>
          <tbody {...CARDS.group}>
            {packages.map((one) => (
              <PackageRow key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function PackageRow({ one }: { one: MadePackage }) {
  const { receipt } = one
  return (
    <tr {...CARDS.row}>
      <th {...CARDS.rowHead}>
        <a href={`/api/documents/handover/${one.id}`}>
          Tải gói ({Math.ceil(one.bytes / 1024).toLocaleString('vi')} KB)
        </a>
      </th>
      <td {...CARDS.cell} data-l="Bản hồ sơ">
        Bản {one.version}
      </td>
      <td {...CARDS.cell} data-l="Người lập" className="lines">
        {one.byName}, {sayInstant(one.at)}
      </td>
      <td {...CARDS.cell} data-l="Mã kiểm tra">
        {one.sha256.slice(0, 16)}…
      </td>
      <td {...CARDS.cell} data-l="Giao nhận" className="lines">
        {receipt === null ? (
          <StateChip state="submitted">Chưa có biên bản</StateChip>
        ) : (
          `Biên bản ${receipt.documentNo}, ${sayDay(receipt.receivedOn)}, ${receipt.receivedBy}`
        )}
      </td>
    </tr>
  )
}
