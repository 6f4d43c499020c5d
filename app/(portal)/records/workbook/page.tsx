import type { Metadata } from 'next'
import { WorkbookForm } from '@/components/jobs/workbook-form'
import { PageHead } from '@/components/layout/page-head'
import { ButtonLink } from '@/components/ui/button'
import { CATALOGUE, SECTION_IDS } from '@/lib/catalogue'
import { idIn, type Query } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../../jobs/actions'

export const metadata: Metadata = { title: 'Hồ sơ ra Excel' }

export default async function WorkbookPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('record.exportMany', '/records/workbook')
  const units = await unitChoices(actor, 'record.exportMany')
  const asked = idIn(await searchParams, 'unit')
  return (
    <>
      <PageHead
        title="Hồ sơ ra Excel"
        crumbs={[{ label: 'Hồ sơ', href: '/records' }]}
        lead="Mỗi người một dòng, mỗi bảng một trang. Sửa trong Excel rồi nhập lại được."
      >
        <a className="button button--small" href="/api/records-template" download>
          Tệp mẫu trống
        </a>
        <ButtonLink look="small" icon="clock" href="/jobs">
          Việc chạy lâu
        </ButtonLink>
      </PageHead>
      <WorkbookForm
        units={units}
        unitId={units.find(({ id }) => id === asked)?.id ?? units[0]?.id ?? null}
        sections={SECTION_IDS.map((id) => ({ id, title: CATALOGUE[id].title }))}
        start={startJob}
      />
    </>
  )
}
