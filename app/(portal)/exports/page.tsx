import type { Metadata } from 'next'
import { AgencyCertificate } from '@/components/exports/agency-certificate'
import { exportCells } from '@/components/exports/export-cells'
import { RequestForm } from '@/components/exports/request-form'
import { PageHead } from '@/components/layout/page-head'
import { ExportLink } from '@/components/lists/export-link'
import { ListPanel } from '@/components/lists/list-panel'
import { PicturePanel } from '@/components/signing/picture-panel'
import { EXPORT_CHIPS, KIND_WORDS } from '@/lib/domain/exports/export-words'
import type { Query } from '@/lib/domain/list-query'
import { EXPORT_LIST } from '@/lib/domain/lists/export-list-spec'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { mayAnywhere } from '@/lib/domain/policy'
import { requireDoor } from '@/lib/server/access'
import { EXPORT_COLUMNS, exportList } from '@/lib/server/exports/export-list'
import { shownPicture } from '@/lib/server/signing/signature-picture'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { startJob } from '../jobs/actions'
import { listViews } from '../list-views'
import { setPicture } from '../signing/actions'
import { addAgencyCertificate, requestExport } from './actions'

export const metadata: Metadata = { title: 'Cấp văn bản' }

const choices = (words: Record<string, { word?: string; name?: string }>) =>
  Object.entries(words).map(([value, { word, name }]) => ({ value, label: word ?? name ?? '' }))

/** The register of documents with the value of the paper original: asked for, signed, issued under a number. */
export default async function ExportsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('export.request', '/exports')
  const query = await searchParams
  const views = await listViews(actor, 'exports', query)
  const ask = readAsk(EXPORT_LIST, query)
  const page = await exportList(actor, ask)
  const { state, kind, year } = ask.filters
  const reads = mayAnywhere(actor, 'export.read')
  const mine = reads ? await unitChoices(actor, 'export.request') : []
  const registers = mayAnywhere(actor, 'certificate.register') ? await unitChoices(actor, 'certificate.register') : []
  const [agency] = registers
  const seals = agency && { shown: registers.length === 1 ? await shownPicture({ unitId: agency.id }) : null }
  return (
    <>
      <PageHead
        title="Cấp văn bản"
        lead="Văn bản điện tử có chữ ký số của người có thẩm quyền và của cơ quan, có giá trị như bản gốc giấy (Quy chế, Điều 13 khoản 4)."
      />
      <ListPanel
        spec={EXPORT_LIST}
        ask={ask}
        page={page}
        columns={EXPORT_COLUMNS.filter(
          ({ key }) => !EXPORT_LIST.extras.includes(key as never) || ask.extras.includes(key),
        )}
        keyOf={({ id }) => id}
        cells={exportCells}
        head="subject"
        title="Sổ văn bản"
        aside={reads && <ExportLink list="exports" spec={EXPORT_LIST} ask={ask} total={page.total} start={startJob} />}
        searchLabel={null}
        fields={[
          { kind: 'choice', name: 'state', label: 'Trạng thái', choices: choices(EXPORT_CHIPS), value: state },
          { kind: 'choice', name: 'kind', label: 'Loại', choices: choices(KIND_WORDS), value: kind },
          { kind: 'day', name: 'year', label: 'Năm', value: year },
        ]}
        views={views}
        empty={{
          title: 'Chưa có văn bản nào.',
          children: 'Xin cấp từ trang “Xem trên mẫu” của hồ sơ đã được duyệt.',
        }}
        noun="văn bản"
      />
      {mine.length > 0 && (
        <RequestForm
          title="Đề nghị cấp danh sách của đơn vị"
          of={{ units: mine }}
          replaces={null}
          request={requestExport}
        />
      )}
      {registers.length > 0 && <AgencyCertificate units={registers} add={addAgencyCertificate} />}
      {seals && (
        <PicturePanel
          units={registers}
          title="Hình con dấu"
          shown={seals.shown}
          hint="Màu đỏ, đúng cỡ con dấu trên giấy (Nghị định 30/2020, Phụ lục I). Không lớn hơn 500 kB; văn bản đóng dấu từ đây về sau mang hình này."
          set={setPicture}
        />
      )}
    </>
  )
}
