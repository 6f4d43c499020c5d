import type { Metadata } from 'next'
import { JobProgress } from '@/components/jobs/job-progress'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { idIn, pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { ownJobs } from '@/lib/server/jobs/own-jobs'
import { requireActor } from '@/lib/server/session'
import { stopJob, watchJob } from './actions'

export const metadata: Metadata = { title: 'Việc chạy lâu' }

export default async function JobsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor()
  const query = await searchParams
  const page = pageIn(query)
  const take = idIn(query, 'take')
  const { total, jobs } = await ownJobs(actor, rowsOf(page))
  return (
    <>
      <PageHead
        title="Việc chạy lâu"
        lead="Việc Anh/Chị đã yêu cầu. Tắt máy vẫn chạy tiếp, xong thì tải tệp tại đây."
      />
      <Panel title={`${total.toLocaleString('vi')} việc`} padded={false}>
        {jobs.length === 0 ? (
          <Empty title="Anh/Chị chưa yêu cầu việc nào.">
            Việc làm cho nhiều người cùng lúc, như tải sơ yếu lý lịch của cả đơn vị, hiện ở đây.
          </Empty>
        ) : (
          <ul className="job-list">
            {jobs.map((job) => (
              <li key={job.id}>
                <JobProgress job={job} watch={watchJob} stop={stopJob} take={job.id === take} />
              </li>
            ))}
          </ul>
        )}
        <ListPager path="/jobs" filter={{}} page={page} shown={jobs.length} total={total} noun="việc" />
      </Panel>
    </>
  )
}
