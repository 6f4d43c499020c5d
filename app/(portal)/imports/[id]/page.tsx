import type { Metadata } from 'next'
import { CountFacts } from '@/components/imports/count-facts'
import { IssueBar, RemoveButton, ReportButton, WriteBar } from '@/components/imports/import-acts'
import { ImportProgress } from '@/components/imports/import-progress'
import { IssueTable } from '@/components/imports/issue-table'
import { MappingForm } from '@/components/imports/mapping-form'
import { WaitingTable } from '@/components/imports/waiting-table'
import { PageHead } from '@/components/layout/page-head'
import { ListPager } from '@/components/people/list-pager'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { IMPORT_STATE_WORDS, ISSUE_WORDS, REPAIR_WORDS } from '@/lib/domain/excel/import-words'
import { noticesOf } from '@/lib/domain/excel/notices'
import { REPAIRS } from '@/lib/domain/excel/read-cell'
import { isOpen } from '@/lib/domain/job'
import { isId, listHref, pageIn, type Query, rowsOf, wordIn } from '@/lib/domain/list-query'
import { orNotFound, requireDoor } from '@/lib/server/access'
import {
  importIssues,
  importPage,
  issueKindOf,
  newWithoutAccount,
  wordsOfImport,
} from '@/lib/server/imports/import-page'
import { startJob, stopJob, watchJob } from '../../jobs/actions'
import { decide, explain, removeList, tryList, writeList } from '../actions'

export const metadata: Metadata = { title: 'Nhập danh sách' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

const NOTHING = '00000000-0000-0000-0000-000000000000'

export default async function ImportPage({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/imports/${id}`
  const actor = await requireDoor('record.import', path)
  const list = await orNotFound(actor, path, () => importPage(actor, isId(id) ? id : NOTHING))
  const query = await searchParams
  const [page, kind] = [pageIn(query), issueKindOf(wordIn(query, 'kind'))]
  const { counts, job, options, state } = list
  const busy = job !== null && isOpen(job.state)
  const done = state === 'done'
  const over = state === 'expired'
  const found = counts && !busy ? await importIssues(actor, list.id, { kind, ...rowsOf(page) }) : null
  const numbers = done && !busy ? await newWithoutAccount(actor, list.id) : []
  const words = state === 'judged' && !busy ? await wordsOfImport(actor, list.id) : []
  const notices = counts ? noticesOf(counts) : []
  return (
    <>
      <PageHead
        title={list.fileName}
        crumbs={[{ label: 'Nhập danh sách', href: '/imports' }]}
        lead={`${IMPORT_STATE_WORDS[state] ?? state}. Người mới thuộc ${list.unitName} nếu dòng không ghi đơn vị.`}
        asOf={`Đưa lên lúc ${sayInstant(list.createdAt)}`}
      >
        {done && (
          <ButtonLink look="small" href="/imports/unmatched">
            Chờ ánh xạ
          </ButtonLink>
        )}
        {counts && !busy && !over && <ReportButton importId={list.id} start={startJob} />}
        {!busy && <RemoveButton importId={list.id} remove={removeList} />}
      </PageHead>
      {job && (busy || job.state === 'failed') && (
        <Panel title="Đang chạy">
          <ImportProgress job={job} watch={watchJob} stop={stopJob} />
        </Panel>
      )}
      {counts && !busy && (
        <Panel title={done ? 'Kết quả nhập' : 'Kết quả đọc thử'}>
          <CountFacts counts={counts} done={done} href={(one) => listHref(path, { kind: one })} />
        </Panel>
      )}
      {over && (
        <Notice title="Danh sách này đã quá hạn giữ mà chưa nhập.">
          Tệp và những gì đã đọc từ tệp đã được xóa, hồ sơ không đổi. Cần nhập thì đưa tệp lên lại.
        </Notice>
      )}
      {!busy && notices.length > 0 && <Notice title="Về tệp này.">{notices.join(' ')}</Notice>}
      {numbers.length > 0 && <IssueBar unitId={list.unitId} numbers={numbers} start={startJob} />}
      {counts && state === 'judged' && !busy && counts.create + counts.change > 0 && (
        <WriteBar
          importId={list.id}
          write={writeList}
          words={`Nhập ${(counts.create + counts.change).toLocaleString('vi')} hồ sơ`}
        />
      )}
      {words.length > 0 && (
        <Panel title="Giá trị ngoài danh mục" aside={<span className="meta">Chọn rồi đọc thử lại</span>} padded={false}>
          <WaitingTable words={words} map={explain} ahead />
        </Panel>
      )}
      {found && found.total > 0 && (
        <Panel
          title={kind ? ISSUE_WORDS[kind].title : 'Từng ô phải xem'}
          aside={
            kind && (
              <ButtonLink look="small" href={path}>
                Xem tất cả
              </ButtonLink>
            )
          }
          padded={false}
        >
          <IssueTable
            importId={list.id}
            issues={found.issues.map((issue) => ({
              ...issue,
              word: ISSUE_WORDS[issueKindOf(issue.kind) ?? 'refused'].title,
            }))}
            decide={done ? null : decide}
          />
          <ListPager
            path={path}
            filter={{ kind }}
            page={page}
            shown={found.issues.length}
            total={found.total}
            noun="ô"
          />
        </Panel>
      )}
      {!done && !over && !busy && (
        <MappingForm
          key={state}
          importId={list.id}
          sheets={list.sheets}
          forms={list.forms}
          options={{ ...options, from: sayDay(options.from) }}
          repairs={REPAIRS.map((value) => ({ value, label: REPAIR_WORDS[value], found: counts?.repairs[value] ?? 0 }))}
          categories={list.categories.map(({ code, label }) => ({ value: code, label }))}
          statuses={list.statuses.map(({ code, label }) => ({ value: code, label }))}
          tried={counts !== null}
          tryList={tryList}
        />
      )}
    </>
  )
}
