import type { Metadata } from 'next'
import Link from 'next/link'
import { PhotoPanel } from '@/components/evidence/photo-panel'
import { PageHead } from '@/components/layout/page-head'
import { AskOne } from '@/components/population/ask-one'
import { PopulationPart } from '@/components/population/population-part'
import { QualityMarks } from '@/components/records/quality-marks'
import { RecordSheet } from '@/components/records/record-sheet'
import { SendingPanel } from '@/components/records/sending-panel'
import { StageMark } from '@/components/records/stage-chip'
import { ButtonLink } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Stack } from '@/components/ui/panel'
import type { SectionId } from '@/lib/catalogue'
import { HIDDEN } from '@/lib/catalogue/hidden'
import { batchName } from '@/lib/domain/batch-words'
import { dayOf, sayDay, sayInstant } from '@/lib/domain/calendar'
import { photoWords } from '@/lib/domain/evidence/photo-words'
import { isWhole, sectionsSeen } from '@/lib/domain/masking'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import { purposesOn } from '@/lib/domain/population/purposes'
import { isSent, REASONS } from '@/lib/domain/push'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { now } from '@/lib/server/clock'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { standingsOfSheet } from '@/lib/server/evidence/check-sheet'
import { recordProofs } from '@/lib/server/evidence/record-proofs'
import { waitingWordsOf } from '@/lib/server/imports/waiting-words'
import { populationStanding } from '@/lib/server/population/population-standing'
import { closedDouble } from '@/lib/server/quality/closed-double'
import { recordQuality } from '@/lib/server/quality/record-quality'
import { openRecord } from '@/lib/server/records/open-record'
import type { RecordPage } from '@/lib/server/records/record-page'
import { sendingOf } from '@/lib/server/records/sending'
import { requireActor } from '@/lib/server/session'
import { askAboutOne } from '../../quality/population/actions'

export const metadata: Metadata = { title: 'Cả hồ sơ' }

export default async function RecordSheetPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor()
  const page = await openRecord(actor, id, 'record')
  const { person, draft } = page.record
  const own = page.editor === 'self'
  const [closed, beside, sending] = await Promise.all([
    closedDouble(actor, person),
    recordProofs(actor, page.record),
    sendingOf(actor, page.record, now()),
  ])
  return (
    <>
      <PageHead
        title={own ? 'Cả hồ sơ của tôi' : person.fullName}
        crumbs={[own ? { label: 'Việc của tôi', href: '/my-record' } : { label: 'Hồ sơ', href: '/records' }]}
        chip={page.official && page.approved && <StateChip state="approved" />}
        lead={`${person.fullName}, ${person.unitName}. ${sayVersion(page)}`}
      >
        <span className="acts">
          <ButtonLink look="small" icon="file" href={own ? '/my-record/form' : `/records/${id}/form`}>
            Xem trên mẫu
          </ButtonLink>
          <ButtonLink look="small" icon="clip" href={`/records/${id}/evidence`}>
            Minh chứng
          </ButtonLink>
          <ButtonLink look="small" icon="clock" href={`/records/${id}/history`}>
            Lịch sử
          </ButtonLink>
          {!own && can(actor, 'movement.read', { personId: null, unitPath: person.unitPath }) && (
            <ButtonLink look="small" href={`/movements/people/${person.id}`}>
              Biến động
            </ButtonLink>
          )}
        </span>
      </PageHead>
      {closed && (
        <div className="mb-4">
          <Notice look="warn" title="Hồ sơ đã đóng: là hồ sơ thứ hai của cùng một người.">
            Không gửi, không ký duyệt nữa.{' '}
            {closed.caseId && <Link href={`/quality/duplicates/${closed.caseId}`}>Xem kết luận</Link>}
          </Notice>
        </div>
      )}
      {!own && <WhatIsKept page={page} />}
      {draft.agency.person_category !== null && !isSent(draft.agency.person_category) && (
        <div className="mb-4">
          <Notice title="Không gửi lên cơ sở dữ liệu quốc gia.">{REASONS.categoryNotSent}</Notice>
        </div>
      )}
      {!own && page.mayEdit && (
        <div className="mb-4">
          <Stack label="Chất lượng dữ liệu">
            <QualityMarks
              quality={await recordQuality(actor, page)}
              data={draft}
              hrefOf={(section) => editHref(id, section)}
              standings={standingsOfSheet(page.record, beside)}
            />
            <PopulationPart standing={await populationStanding(id, draft)}>
              {can(actor, 'population.check', { personId: person.id, unitPath: person.unitPath }) && (
                <AskOne recordId={id} purposes={purposesOn(actor.today)} ask={askAboutOne} />
              )}
            </PopulationPart>
          </Stack>
        </div>
      )}
      <div className="mb-4">
        <PhotoPanel
          recordId={id}
          name={person.fullName}
          photoId={beside.photo?.id ?? null}
          says={photoWords(beside.photo)}
          mayAdd={beside.mayAdd}
        />
      </div>
      {sending && (
        <SendingPanel sending={sending} hrefOf={page.mayEdit ? (section) => sectionHref(id, own, section) : null} />
      )}
      {page.official && page.approved === null ? (
        <section className="panel">
          <Empty title="Chưa có bản nào được duyệt.">Hồ sơ hiện ở đây khi thủ trưởng đơn vị đã ký duyệt.</Empty>
        </section>
      ) : (
        <RecordSheet
          data={draft}
          lists={codeLists}
          sections={sectionsSeen(page.record.sight.reading)}
          beside={beside}
          waiting={page.mayEdit ? { words: await waitingWordsOf(id), mapAt: mapAt(actor) } : undefined}
          asideOf={(section) => (
            <span className="acts">
              <StageMark stage={page.stages[section]} />
              {page.writes.includes(section) && (
                <Link href={own ? `/my-record/${section}` : editHref(id, section)} prefetch={false}>
                  Sửa<span className="vh"> mục này</span>
                </Link>
              )}
            </span>
          )}
        />
      )}
    </>
  )
}

/** Says what this reader does not see, and how it may be opened. */
function WhatIsKept({ page: { record, mayOpenSensitive } }: { page: RecordPage }) {
  const { reading, purpose } = record.sight
  if (isWhole(reading)) return null
  return (
    <div className="mb-4">
      <Notice title={`Chỗ có ${HIDDEN} đã che.`}>
        {ROLE_WORDS[reading.role]} không xem các chỗ này{purpose && `. Mục đích đã ghi: ${purpose}`}.{' '}
        {mayOpenSensitive && (
          <Link href={`/records/${record.id}/purpose?sensitive=1`}>Mở giá trị nhạy cảm, có ghi mục đích</Link>
        )}
      </Notice>
    </div>
  )
}

const sectionHref = (id: string, own: boolean, section: string) =>
  own ? `/my-record/${section}` : `/records/${id}/edit/${section}`
const mapAt = (actor: Actor) => (mayAnywhere(actor, 'record.import') ? '/imports/unmatched' : null)

const editHref = (id: string, section: SectionId) => `/records/${id}/edit/${section}`

const sayVersion = (page: RecordPage) => (page.official ? sayOfficial(page) : sayDraft(page))

/** Whoever sees only what was approved is told since when it stands. */
function sayOfficial({ approvedVersion, approval }: RecordPage) {
  if (approvedVersion === null) return 'Chưa có bản nào được duyệt'
  const by = approval?.closedAt
    ? `, ${approval.approverName ?? ''} ký duyệt lúc ${sayInstant(approval.closedAt)} (${batchName(approval).toLocaleLowerCase('vi')})`
    : ''
  return `Đang xem bản đã duyệt: bản ${approvedVersion}${by}. Nội dung chưa duyệt không hiện ở đây`
}

const sayDraft = ({ approvedVersion, unsent, confirmedAt }: RecordPage) =>
  [
    approvedVersion === null ? 'Chưa có bản nào được duyệt' : `Bản đã duyệt gần nhất: bản ${approvedVersion}`,
    confirmedAt && `xác nhận không có gì thay đổi ngày ${sayDay(dayOf(confirmedAt))}`,
    unsent.length > 0 ? `đang xem bản nháp, có ${unsent.length} thay đổi chưa gửi` : null,
  ]
    .filter(Boolean)
    .join('; ')
