import type { Metadata } from 'next'
import { ArchiveForm } from '@/components/jobs/archive-form'
import { PageHead } from '@/components/layout/page-head'
import { ButtonLink } from '@/components/ui/button'
import { sayDay } from '@/lib/domain/calendar'
import { idIn, type Query, wordIn } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../../jobs/actions'

export const metadata: Metadata = { title: 'Tải sơ yếu lý lịch của đơn vị' }

export default async function ExportRecordsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('record.exportMany', '/records/export')
  const query = await searchParams
  const units = await unitChoices(actor, 'record.exportMany')
  const asked = idIn(query, 'unit')
  return (
    <>
      <PageHead
        title="Tải sơ yếu lý lịch của đơn vị"
        crumbs={[{ label: 'Hồ sơ', href: '/records' }]}
        lead="Mỗi người một tệp PDF, bản đã ký duyệt, trong một tệp zip."
      >
        <ButtonLink look="small" icon="clock" href="/jobs">
          Việc chạy lâu
        </ButtonLink>
      </PageHead>
      <ArchiveForm
        units={units}
        unitId={units.find(({ id }) => id === asked)?.id ?? units[0]?.id ?? null}
        own={wordIn(query, 'own') === '1'}
        today={sayDay(actor.today)}
        start={startJob}
      />
    </>
  )
}
