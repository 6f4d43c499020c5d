import type { Metadata } from 'next'
import { EntryTable } from '@/components/code-lists/entry-table'
import { RecountButton } from '@/components/code-lists/recount-button'
import { VersionList } from '@/components/code-lists/version-list'
import { PageHead } from '@/components/layout/page-head'
import { ListFilter } from '@/components/lists/list-filter'
import { WholeExportLink } from '@/components/lists/whole-export-link'
import { ListPager } from '@/components/people/list-pager'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { isRealDay, readPartialDay, sayPartialDay } from '@/lib/catalogue/days'
import { sayInstant } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf, wordIn } from '@/lib/domain/list-query'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { ENTRY_STATES, listPage } from '@/lib/server/code-lists/list-pages'
import { recount, takeBack } from '../actions'

export const metadata: Metadata = { title: 'Danh mục' }

type Props = { params: Promise<{ list: string }>; searchParams: Promise<Query> }

/** One list as it holds on a day: its values, where they are used, and the versions it came through. */
export default async function CodeListPage({ params, searchParams }: Props) {
  const { list } = await params
  const path = `/administration/code-lists/${list}`
  const actor = await requireDoor('codeList.manage', path)
  const query = await searchParams
  const asked = readPartialDay(wordIn(query, 'on')) ?? ''
  const on = isRealDay(asked) ? asked : actor.today
  const filter = { q: wordIn(query, 'q'), state: wordIn(query, 'state'), on: on === actor.today ? null : on }
  const page = pageIn(query)
  const { skip, take } = rowsOf(page)
  const found = await orNotFound(actor, path, () =>
    listPage(actor, list, { on, search: filter.q, state: filter.state }),
  )
  const { title, rows, total, fixed, countedAt, places, versions, source } = found
  const shown = rows.slice(skip, skip + take)
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: 'Danh mục', href: '/administration/code-lists' }]}
        lead={
          places.length === 0 ? 'Không có mục nào của hồ sơ chọn từ danh mục này.' : `Dùng ở: ${places.join('; ')}.`
        }
      >
        <WholeExportLink list="codeList" filter={{ list, ...filter }} />
        {fixed === null && (
          <>
            <ButtonLink href={`${path}/value`} icon="plus">
              Thêm giá trị
            </ButtonLink>
            <ButtonLink href={`${path}/import`} icon="up">
              Nhận từ tệp
            </ButtonLink>
          </>
        )}
      </PageHead>
      {fixed !== null && <Notice title="Danh mục này chỉ để xem.">{fixed}</Notice>}
      <Panel
        title={`${rows.length.toLocaleString('vi')} giá trị${on === actor.today ? '' : `, ngày ${sayPartialDay(on)}`}`}
        aside={
          <>
            <span className="meta">
              {countedAt === null ? 'Chưa đếm nơi dùng' : `Nơi dùng đếm lúc ${sayInstant(countedAt)}`}
            </span>
            <RecountButton list={list} recount={recount} />
          </>
        }
        padded={false}
      >
        <ListFilter
          path={path}
          searchLabel="Mã hoặc tên"
          search={filter.q}
          fields={[
            { kind: 'choice', name: 'state', label: 'Hiệu lực', choices: STATES, value: filter.state },
            { kind: 'day', name: 'on', label: 'Vào ngày', value: sayPartialDay(on) },
          ]}
          carried={{}}
          narrowed={rows.length < total}
        />
        {shown.length === 0 ? (
          <Empty title="Không có giá trị nào như vậy.">Bỏ bớt điều kiện lọc, hoặc gõ ít chữ hơn.</Empty>
        ) : (
          <EntryTable list={list} rows={shown} counted={countedAt !== null} />
        )}
        <ListPager path={path} filter={filter} page={page} shown={shown.length} total={rows.length} noun="giá trị" />
      </Panel>
      <VersionList versions={versions} source={source} undo={fixed === null ? takeBack : null} />
    </>
  )
}

const STATES = Object.entries(ENTRY_STATES).map(([value, label]) => ({ value, label }))
