import { CardsTable } from '@/components/ui/cards-table'
import { RevokeForm } from '@/components/views/revoke-form'
import type { Result } from '@/lib/domain/result'

type Agreement = {
  id: string
  holder: string
  holderUnit: string
  unitName: string
  sections: string
  documentNo: string
  purpose: string
  from: string
  until: string
  /** Why it is no longer in force. */
  over: string | null
  inForce: boolean
}

type AgreementTableProps = {
  agreements: readonly Agreement[]
  revoke: (input: { agreementId: string; reason: string }) => Promise<Result<unknown>>
}

/** Written agreements over the units in reach; one in force can be taken back on the spot. */
export function AgreementTable({ agreements, revoke }: AgreementTableProps) {
  return (
    <CardsTable
      label="Văn bản đồng ý cho xem"
      rows={agreements}
      keyOf={({ id }) => id}
      columns={[
        {
          head: 'Người được xem',
          lines: true,
          of: ({ holder, holderUnit }) => (
            <>
              {holder}
              <span className="meta"> {holderUnit}</span>
            </>
          ),
        },
        { head: 'Hồ sơ của', of: ({ unitName }) => unitName },
        { head: 'Các mục', lines: true, of: ({ sections }) => sections },
        {
          head: 'Văn bản, mục đích',
          short: 'Văn bản',
          lines: true,
          of: ({ documentNo, purpose }) => `${documentNo}: ${purpose}`,
        },
        { head: 'Từ – đến hết', of: ({ from, until }) => `${from} – ${until}` },
        {
          head: 'Hiệu lực',
          lines: true,
          of: ({ id, holder, over }) =>
            over ?? <RevokeForm id={id} idName="agreementId" about={holder} what="văn bản đồng ý" act={revoke} />,
        },
      ]}
    />
  )
}
