import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { sayChannelCause } from '@/lib/domain/exchange/channel-words'
import type { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'
import { Facts } from '../ui/facts'

const ENTRANCES: Record<ConnectionProfile['entrance']['kind'], string> = {
  login: 'đăng nhập thẳng hệ thống của Bộ',
  clientCredentials: 'qua nền tảng của tỉnh (LGSP)',
  none: 'không cần mã phiên',
}

type ChannelFactsProps = {
  profile: ConnectionProfile
  approval: { level: number; documentNo: string; documentDate: string; byName: string; at: Date } | null
  state: {
    openings: number
    openUntil: Date | null
    cause: string | null
    since: Date
    lastAnswerAt: Date | null
    certificateUntil: Date | null
  } | null
}

/** How the channel is configured, who let it be opened, and how it was last heard of. */
export function ChannelFacts({ profile, approval, state }: ChannelFactsProps) {
  const { entrance, xRoad, baseUrl, orgCode, pace } = profile
  return (
    <>
      {!approval && (
        <Notice look="warn" title="Kênh đang đóng: chưa có phê duyệt cấp độ an toàn hệ thống thông tin.">
          Không hồ sơ nào được gửi cho đến khi khai số văn bản phê duyệt (Công văn 1632/BNV-VP, điểm 3).
        </Notice>
      )}
      {state && state.openings > 0 && (
        <Notice look="warn" title={`Kênh tạm ngừng từ ${sayInstant(state.since)}: ${sayChannelCause(state.cause)}.`}>
          Cổng tự thử lại{state.openUntil && ` từ ${sayInstant(state.openUntil)}`}; hồ sơ chờ trong hàng gửi, không mất.
        </Notice>
      )}
      <Panel title={profile.title}>
        <Facts
          of={[
            ['Cách kết nối', xRoad ? `NDXP (X-Road), ${ENTRANCES[entrance.kind]}` : ENTRANCES[entrance.kind]],
            ['Địa chỉ', baseUrl],
            ['Gửi với tư cách', orgCode],
            ['Nhịp gửi', pace.perSecond === null ? 'không giới hạn' : `${pace.perSecond} hồ sơ một giây`],
            [
              'Cấp độ an toàn',
              approval
                ? `cấp ${approval.level}, ${approval.documentNo} ngày ${sayDay(approval.documentDate)}`
                : 'chưa khai',
            ],
            ['Nơi nhận trả lời lần cuối', state?.lastAnswerAt ? sayInstant(state.lastAnswerAt) : 'chưa có'],
          ]}
        />
      </Panel>
    </>
  )
}
