import type { Metadata } from 'next'
import { ActionBar, PageHead } from '@/components/layout/page-head'
import { ChangeList } from '@/components/records/change-list'
import { FindingList } from '@/components/records/finding-list'
import { MissingBySection } from '@/components/records/missing-by-section'
import { SubmitPanel } from '@/components/records/submit-panel'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { RecordData } from '@/lib/catalogue'
import { type SaidChange, sayChanges } from '@/lib/domain/change-words'
import { placeWords } from '@/lib/domain/finding-words'
import { DECLARATION } from '@/lib/domain/record'
import { findingKey } from '@/lib/domain/rules/judge-record'
import type { Finding } from '@/lib/domain/rules/rule'
import { type HiddenAnswer, hiddenAnswers } from '@/lib/domain/shown'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { recordFindings } from '@/lib/server/records/findings'
import { openMyRecord } from '@/lib/server/records/open-record'
import { changesToSubmit, type RecordPage } from '@/lib/server/records/record-page'
import { requireActor } from '@/lib/server/session'
import { submitRecord } from '../actions'

export const metadata: Metadata = { title: 'Kiểm tra và gửi' }

export default async function ReviewPage() {
  const actor = await requireActor()
  const page = await openMyRecord(actor)
  const { record, approved, unsent, submission } = page
  const changes = sayChanges(changesToSubmit(page), approved, record.draft, codeLists)
  const missing = page.sections.flatMap((section) => section.missing)
  const { findings, confirmed } = await recordFindings(actor, page)
  const lines = findingLines(findings, record.draft)
  const broken = lines.filter(({ severity }) => severity === 'error')
  const warnings = lines.filter(({ severity, key }) => severity === 'warning' && !confirmed.includes(key))
  const hidden = hiddenAnswers(record.draft)
  const nothing = unsent.length === 0 && submission?.state !== 'returned'
  return (
    <>
      <PageHead
        title="Kiểm tra và gửi"
        crumbs={[{ label: 'Việc của tôi', href: '/my-record' }]}
        lead={
          approved
            ? 'Chỉ những gì khác bản đã duyệt. Cán bộ hồ sơ sẽ thấy đúng danh sách này.'
            : 'Lần đầu gửi: cả hồ sơ. Cán bộ hồ sơ sẽ thấy đúng danh sách này.'
        }
      />
      {missing.length > 0 && <StillMissing page={page} />}
      {hidden.length > 0 && <LeftOut hidden={hidden} />}
      {broken.length > 0 && (
        <Panel className="mb-4" title={`${broken.length} chỗ trái quy định, phải sửa trước khi gửi`}>
          <FindingList findings={broken} />
        </Panel>
      )}
      <Panel title={changes.length === 0 ? 'Chưa có thay đổi' : `${changes.length} thay đổi, cũ và mới`} padded={false}>
        {changes.length === 0 ? (
          <Empty title="Chưa có thay đổi nào để gửi.">Sửa một mục rồi quay lại đây.</Empty>
        ) : (
          <ChangeList
            caption={`${changes.length} thay đổi sẽ gửi`}
            changes={changes}
            fresh={approved === null}
            hrefOf={fieldHref}
          />
        )}
      </Panel>
      {missing.length === 0 && broken.length === 0 && !nothing ? (
        <SubmitPanel
          declaration={DECLARATION}
          count={changes.length}
          warnings={warnings}
          submit={submitRecord.bind(null, record.id)}
        />
      ) : (
        <ActionBar
          says={
            nothing && missing.length === 0 && broken.length === 0
              ? 'Các thay đổi này đã gửi rồi.'
              : 'Ghi đủ và sửa các chỗ trên thì gửi được.'
          }
        >
          <ButtonLink href="/my-record">Về việc của tôi</ButtonLink>
        </ActionBar>
      )}
    </>
  )
}

const findingLines = (findings: readonly Finding[], draft: RecordData) =>
  findings.map((finding) => ({ ...finding, key: findingKey(finding), label: placeWords(finding.place, draft) }))

/** What keeps the record from being sent: one's own fields first, then those the unit has still to write. */
function StillMissing({ page }: { page: RecordPage }) {
  const missing = page.sections.flatMap((section) => section.missing)
  const own = missing.filter(({ whoMayEdit }) => whoMayEdit !== 'unit')
  const unit = missing.filter(({ whoMayEdit }) => whoMayEdit === 'unit')
  return (
    <>
      {own.length > 0 && (
        <Panel className="mb-4" title={`Còn ${own.length} trường bắt buộc chưa ghi`}>
          <MissingBySection missing={own} />
        </Panel>
      )}
      {unit.length > 0 && (
        <div className="mb-4">
          <Notice look="warn" title={`Đơn vị còn ${unit.length} trường chưa ghi.`}>
            {unit.map(({ label }) => label).join('; ')}. Anh/Chị nhắc cán bộ hồ sơ của đơn vị.
          </Notice>
        </div>
      )}
    </>
  )
}

/** Values behind a “Không” are not sent; the person is told which. */
function LeftOut({ hidden }: { hidden: readonly HiddenAnswer[] }) {
  return (
    <div className="mb-4">
      <Notice
        title={`${hidden.length} giá trị đã ghi sẽ bỏ khi gửi, vì không thuộc hồ sơ của Anh/Chị theo các câu trả lời hiện tại.`}
      >
        {hidden.map(({ label }) => label).join('; ')}. Muốn giữ thì đổi lại câu trả lời “Không” ở mục đó.
      </Notice>
    </div>
  )
}

const fieldHref = ({ section, code, row }: SaidChange) =>
  `/my-record/${section}#f-${row === null || row.startsWith('*') ? code : `${code}.${row}`}`
