import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { PopulationPart } from '@/components/population/population-part'
import { ConfirmMonth } from '@/components/records/confirm-month'
import { sayEvents } from '@/components/records/event-words'
import { MyCorrections } from '@/components/records/my-corrections'
import { RecordSide } from '@/components/records/record-side'
import { DeliveryTrouble, Standing } from '@/components/records/standing'
import { TaskList } from '@/components/records/task-list'
import { WithdrawButton } from '@/components/records/withdraw-button'
import { ButtonLink } from '@/components/ui/button'
import { MonthRuler } from '@/components/ui/month-ruler'
import { Panel } from '@/components/ui/panel'
import { approvalWindow } from '@/lib/domain/approval-window'
import { sayAsOf, sayDay, sayDayMonth, sayDays } from '@/lib/domain/calendar'
import type { Missing } from '@/lib/domain/completeness'
import { confirmationWords } from '@/lib/domain/confirmation'
import { standingWords } from '@/lib/domain/standing-words'
import { taskWords } from '@/lib/domain/task-words'
import { now, today } from '@/lib/server/clock'
import { standingsIn } from '@/lib/server/evidence/check-sheet'
import { populationStanding } from '@/lib/server/population/population-standing'
import { recordQuality } from '@/lib/server/quality/record-quality'
import { correctionsOf } from '@/lib/server/records/correction-list'
import { recordEvents } from '@/lib/server/records/history'
import { openMyRecord } from '@/lib/server/records/open-record'
import type { RecordPage } from '@/lib/server/records/record-page'
import { requireActor } from '@/lib/server/session'
import { confirmMonth, withdrawSubmission } from './actions'

export const metadata: Metadata = { title: 'Việc của tôi' }

export default async function MyRecordPage() {
  const actor = await requireActor()
  const page = await openMyRecord(actor)
  const { record, delivery } = page
  const events = await recordEvents(actor, record.id, 6)
  const requests = (await correctionsOf(record.id)).filter(isFresh)
  const tasks = tasksOf(page)
  const todo = tasks.filter((task) => task.todo !== null).length
  return (
    <>
      <PageHead
        title="Việc của tôi"
        lead={`${record.person.fullName}, ${record.person.unitName}`}
        asOf={`Số liệu lúc ${sayAsOf(now())}`}
      >
        <span className="acts">
          <ButtonLink look="small" icon="file" href="/my-record/form">
            Xem trên mẫu
          </ButtonLink>
        </span>
      </PageHead>
      <div className="cols">
        <div>
          {(delivery?.state === 'refused' || delivery?.state === 'parked') && (
            <DeliveryTrouble messages={messagesOf(delivery.errors)} />
          )}
          <MonthAndStanding page={page} />
          <Panel
            title="13 mục của hồ sơ"
            padded={false}
            aside={<span className="meta">{todo === 0 ? 'không mục nào cần làm' : `${todo} mục cần Anh/Chị xem`}</span>}
          >
            <TaskList tasks={tasks} hrefOf={(section) => `/my-record/${section}`} />
          </Panel>
          {requests.length > 0 && <MyCorrections requests={requests} />}
        </div>
        <RecordSide
          quality={await recordQuality(actor, page)}
          data={record.draft}
          standings={await standingsIn(actor, record)}
          sections={page.sections}
          events={sayEvents(events, actor.personName, actor.today)}
          historyHref={`/records/${record.id}/history`}
          sheetHref={`/records/${record.id}`}
          viewsHref="/my-record/views"
          population={<PopulationPart standing={await populationStanding(record.id, record.draft)} />}
        />
      </div>
    </>
  )
}

/** The month, and under it what is to be done now. */
function MonthAndStanding({ page }: { page: RecordPage }) {
  const { record, unsent, submission, approved, approvedVersion, confirmedAt } = page
  const day = today()
  const window = approvalWindow(day)
  const missing = page.sections.flatMap((section) => section.missing)
  const own = missing.filter(isOwn)
  const words = standingWords({
    submission,
    unsent: unsent.length,
    missing: { own: own.length, unit: missing.length - own.length },
    approved: approved !== null,
    confirmedAt,
    window,
  })
  const acts = {
    fill: (
      <ButtonLink look="main" icon="pen" href={`/my-record/${own[0]?.section ?? 'identity'}#f-${own[0]?.code ?? ''}`}>
        Ghi tiếp
      </ButtonLink>
    ),
    send: (
      <ButtonLink look="main" href="/my-record/review">
        Kiểm tra và gửi
      </ButtonLink>
    ),
    withdraw: <WithdrawButton withdraw={withdrawSubmission.bind(null, record.id)} />,
    confirm: (
      <ConfirmMonth
        month={Number(day.slice(5, 7))}
        words={confirmationWords(approvedVersion ?? 0, sayDay(day))}
        confirm={confirmMonth.bind(null, record.id, approvedVersion ?? 0)}
      />
    ),
    none: null,
  }
  const legend = [
    { mark: 'today' as const, words: `Hôm nay ${sayDayMonth(day)}` },
    { mark: 'window' as const, words: `Thủ trưởng ký duyệt ${sayDays(window.from, window.to)}` },
  ]
  return (
    <section className="panel" aria-label="Tháng này">
      <MonthRuler
        title={`Tháng ${Number(day.slice(5, 7))}: ${day < window.from ? `gửi trước ${sayDayMonth(window.from)}, ngày thủ trưởng bắt đầu ký` : `thủ trưởng đang ký, đến ${sayDayMonth(window.to)}`}`}
        month={day.slice(0, 7)}
        today={day}
        window={window}
        legend={legend}
      />
      <Standing title={words.title} act={acts[words.act]}>
        {words.text}
      </Standing>
    </section>
  )
}

/** Open, or answered within the last 30 days. */
const isFresh = ({ decidedAt }: { decidedAt: Date | null }) =>
  decidedAt === null || now().getTime() - decidedAt.getTime() < 30 * 86_400_000

const isOwn = ({ whoMayEdit }: Missing) => whoMayEdit !== 'unit'

const tasksOf = ({ sections, stages, unsent, submission, approved }: RecordPage) =>
  sections.map((section) => {
    const stage = stages[section.section]
    const returned = submission?.state === 'returned' ? submission.returned : []
    return { ...section, stage, todo: taskWords({ section, stage, unsent, returned, approved: approved !== null }) }
  })

/** What the ministry said against the record, as kept with the delivery. */
const messagesOf = (errors: unknown) => (errors as { message: string }[]).map(({ message }) => message)
