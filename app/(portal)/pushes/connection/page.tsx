import type { Metadata } from 'next'
import { ApprovalForm } from '@/components/exchange/approval-form'
import { ChannelFacts } from '@/components/exchange/channel-facts'
import { ExchangeTabs } from '@/components/exchange/exchange-tabs'
import { ResendAllForm } from '@/components/exchange/resend-all-form'
import { TrialSteps } from '@/components/exchange/trial-steps'
import { PageHead } from '@/components/layout/page-head'
import { Notice } from '@/components/ui/notice'
import { requireDoor } from '@/lib/server/access'
import { connectionPage } from '@/lib/server/exchange/connection-page'
import { approve, resendAll, tryIt } from './actions'

export const metadata: Metadata = { title: 'Kênh kết nối' }

/** The channel to the national database: how it is set up, whether it may be used, whether it works. */
export default async function ConnectionPage() {
  const actor = await requireDoor('exchange.read', '/pushes/connection')
  const channel = await connectionPage(actor)
  return (
    <>
      <PageHead title="Kênh kết nối" crumbs={[{ label: 'Đồng bộ quốc gia', href: '/pushes' }]} />
      <ExchangeTabs current="connection" actor={actor} />
      {channel ? (
        <>
          <ChannelFacts {...channel} />
          {channel.mayManage && (
            <>
              <TrialSteps tryIt={tryIt} />
              <ApprovalForm approve={approve} />
              <ResendAllForm resend={resendAll} />
            </>
          )}
        </>
      ) : (
        <Notice title="Máy chủ chưa có hồ sơ kết nối: không hồ sơ nào được gửi.">
          Quản trị hệ thống đặt NATIONAL_PROFILE theo tài liệu vận hành, rồi khởi động lại.
        </Notice>
      )}
    </>
  )
}
