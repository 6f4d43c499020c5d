import type { Metadata } from 'next'
import { ReceiveForm } from '@/components/handover/receive-form'
import { PageHead } from '@/components/layout/page-head'
import { requireDoor } from '@/lib/server/access'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { check, receive } from './actions'

export const metadata: Metadata = { title: 'Nhận gói bàn giao' }

/** Somebody who comes from elsewhere with a package: checked first, then taken into a unit. */
export default async function ReceivePage() {
  const actor = await requireDoor('handover.receive', '/movements/receive')
  const units = await unitChoices(actor, 'handover.receive')
  return (
    <>
      <PageHead
        title="Nhận gói bàn giao"
        crumbs={[{ label: 'Biến động', href: '/movements' }]}
        lead="Người từ nơi khác chuyển đến, có gói hồ sơ do bên giao lập. Hệ thống kiểm mã kiểm tra, chữ ký số và dữ liệu trước khi nhận."
      />
      <ReceiveForm
        units={units}
        unitId={units.length === 1 ? (units[0]?.id ?? null) : null}
        check={check}
        receive={receive}
      />
    </>
  )
}
