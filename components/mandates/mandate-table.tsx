import { CardsTable } from '@/components/ui/cards-table'
import { RevokeForm } from '@/components/views/revoke-form'
import type { Result } from '@/lib/domain/result'

type Listed = {
  id: string
  mandatary: string
  head: string
  unitName: string
  kind: string
  documentNo: string
  span: string
  scope: string
  /** Why it is no longer in force. */
  over: string | null
}

type MandateTableProps = {
  mandates: readonly Listed[]
  revoke: (input: { mandateId: string; reason: string }) => Promise<Result<unknown>>
}

/** Who signs in whose place; one in force can be taken back on the spot. */
export function MandateTable({ mandates, revoke }: MandateTableProps) {
  return (
    <CardsTable
      label="Văn bản giao ký"
      rows={mandates}
      keyOf={({ id }) => id}
      columns={[
        { head: 'Người được giao ký', of: ({ mandatary }) => mandatary },
        { head: 'Hình thức', of: ({ kind }) => kind },
        {
          head: 'Thủ trưởng, đơn vị',
          short: 'Thủ trưởng',
          lines: true,
          of: ({ head, unitName }) => `${head}, ${unitName}`,
        },
        { head: 'Văn bản', lines: true, of: ({ documentNo, scope }) => `${documentNo}: ${scope}` },
        { head: 'Từ – đến hết', of: ({ span }) => span },
        {
          head: 'Hiệu lực',
          lines: true,
          of: ({ id, mandatary, over }) =>
            over ?? <RevokeForm id={id} idName="mandateId" about={mandatary} what="văn bản giao ký" act={revoke} />,
        },
      ]}
    />
  )
}
