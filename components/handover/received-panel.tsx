import Link from 'next/link'
import type { ReactNode } from 'react'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'

type Received = { fromUnit: string; version: number; signer: string; sha256: string; mayTake: boolean }
type ReceivedPanelProps = { movementId: string; received: Received; recordId: string | null }

/** Where a person's record came from; nothing of it was approved here. */
export function ReceivedPanel({ movementId, received, recordId }: ReceivedPanelProps) {
  return (
    <Panel title="Hồ sơ nhập từ gói bàn giao">
      <p>
        Dữ liệu trong gói đã thành bản nháp, chưa ai ở đây duyệt. Người đó xem lại và gửi; đơn vị kiểm và ký như mọi hồ
        sơ.
      </p>
      <Facts
        of={[
          ['Bên giao', received.fromUnit],
          ['Bản hồ sơ', `Bản ${received.version}, người ký ${received.signer}`],
          ['Mã kiểm tra của gói', `${received.sha256.slice(0, 16)}…`],
          ...(recordId === null
            ? []
            : [
                [
                  'Hồ sơ',
                  <Link key="record" href={`/records/${recordId}`} prefetch={false}>
                    Mở bản nháp
                  </Link>,
                ] as [string, ReactNode],
              ]),
          ...(received.mayTake
            ? [
                [
                  'Gói gốc',
                  <a key="package" href={`/api/documents/package/${movementId}`}>
                    Tải gói đã nhận
                  </a>,
                ] as [string, ReactNode],
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
