import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { AskUnitForm } from '@/components/population/ask-unit-form'
import { AskedList } from '@/components/population/asked-list'
import { CampaignList } from '@/components/population/campaign-list'
import { StandingSum } from '@/components/population/standing-sum'
import { Notice } from '@/components/ui/notice'
import { sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, wordIn } from '@/lib/domain/list-query'
import { isStanding, STANDINGS } from '@/lib/domain/population/standings'
import { requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { populationPage } from '@/lib/server/population/population-page'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { askAboutUnit } from './actions'

export const metadata: Metadata = { title: 'Đối chiếu dân cư' }

/** Whether numbers, names and births of one's people are those of the population database. */
export default async function PopulationPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('population.check', '/quality/population')
  const query = await searchParams
  const word = wordIn(query, 'standing')
  const standing = isStanding(word) ? word : STANDINGS[0]
  const page = pageIn(query)
  const [{ profile, counts, rows, used, campaigns, purposes }, units] = await Promise.all([
    populationPage(actor, { standing, page, now: now() }),
    unitChoices(actor, 'population.check'),
  ])
  return (
    <>
      <PageHead
        title="Đối chiếu dân cư"
        crumbs={[{ label: 'Chất lượng dữ liệu', href: '/quality' }]}
        lead="Hỏi Cơ sở dữ liệu quốc gia về dân cư: số định danh, họ tên và ngày sinh có phải của một người không. Cổng chỉ lưu có hoặc không, không lưu dữ liệu của bên kia."
        asOf={`Số liệu lúc ${sayInstant(now())}`}
      />
      {profile ? (
        <Notice
          title={`Hôm nay đã dùng ${used.toLocaleString('vi')}/${profile.quotaPerDay.toLocaleString('vi')} lượt của ${profile.title}.`}
        >
          {profile.isAutomatic
            ? 'Ba thông tin này thay đổi và được ký duyệt thì cổng tự hỏi.'
            : 'Cổng chỉ hỏi khi có người cho đối chiếu.'}
        </Notice>
      ) : (
        <Notice look="warn" title="Chưa nối với cơ sở dữ liệu dân cư: chưa đối chiếu được ai.">
          Quản trị hệ thống đặt POPULATION_PROFILE theo tài liệu vận hành, rồi khởi động lại.
        </Notice>
      )}
      <StandingSum counts={counts} />
      <AskedList rows={rows} standing={standing} total={counts[standing] ?? 0} page={page} />
      {profile && <AskUnitForm units={units} unitId={units[0]?.id ?? null} purposes={purposes} ask={askAboutUnit} />}
      {campaigns.length > 0 && <CampaignList campaigns={campaigns} />}
    </>
  )
}
