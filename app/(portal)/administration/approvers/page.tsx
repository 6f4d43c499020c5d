import type { Metadata } from 'next'
import { PeopleWithout } from '@/components/approvers/people-without'
import { ReopenForm } from '@/components/approvers/reopen-form'
import { RuleForm } from '@/components/approvers/rule-form'
import { RuleTable } from '@/components/approvers/rule-table'
import { PageHead } from '@/components/layout/page-head'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { ListPager } from '@/components/people/list-pager'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { PLACE_WORDS } from '@/lib/domain/approvers/approver-words'
import { APPROVER_PLACES } from '@/lib/domain/approvers/rule'
import { sayMonth } from '@/lib/domain/batch-words'
import { sayDay } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { isTypeOn, UNIT_TYPES, unitTypeLabel } from '@/lib/domain/unit-tree'
import { requireDoor } from '@/lib/server/access'
import { approverRules } from '@/lib/server/approvals/approver-rules'
import { monthOpenings } from '@/lib/server/approvals/month-openings'
import { peopleWithoutApprover } from '@/lib/server/approvals/without-approver'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { unitChoices } from '@/lib/server/units/unit-tree'
import { addRule, endRule, reopen } from './actions'

export const metadata: Metadata = { title: 'Người duyệt' }

/** Openings shown; older ones are in the log. */
const OPENINGS = 20

/** Who approves whose record, who has nobody, and past months opened again. */
export default async function ApproversPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('approver.manage', '/administration/approvers')
  const page = pageIn(await searchParams)
  const [rules, without, openings, units] = await Promise.all([
    approverRules(actor),
    peopleWithoutApprover(actor, rowsOf(page)),
    monthOpenings(actor, { take: OPENINGS }),
    unitChoices(actor, 'month.reopen'),
  ])
  const rows = rules.map(rowOf)
  const categories = codeLists('doi-tuong').map(({ code, label }) => ({ value: code, label }))
  return (
    <>
      <PageHead
        title="Người duyệt"
        here="Người duyệt"
        lead="Ai duyệt hồ sơ của ai (Quy chế, Điều 11). Các dòng được xét từ trên xuống, dòng đầu tiên khớp thì quyết định; không ai duyệt hồ sơ của mình."
      />
      <AdministrationTabs current="approvers" actor={actor} />
      <Panel title="Bảng người duyệt" padded={false}>
        <RuleTable label="Bảng người duyệt" rules={rows.filter(({ state }) => state !== 'over')} end={endRule} />
        {rows.some(({ state }) => state === 'over') && (
          <details className="more panel-body">
            <summary>Các dòng đã hết hiệu lực</summary>
            <RuleTable
              label="Dòng đã hết hiệu lực"
              rules={rows.filter(({ state }) => state === 'over')}
              end={endRule}
            />
          </details>
        )}
      </Panel>
      <Panel title={`Người chưa có người duyệt: ${without.total.toLocaleString('vi')}`} padded={false}>
        {without.total === 0 ? (
          <Empty title="Ai cũng có người duyệt.">Người mới mà bảng không nói tới sẽ hiện ở đây.</Empty>
        ) : (
          <>
            <PeopleWithout people={without.people} />
            <ListPager
              path="/administration/approvers"
              filter={{}}
              page={page}
              shown={without.people.length}
              total={without.total}
              noun="người"
            />
          </>
        )}
      </Panel>
      <RuleForm
        types={UNIT_TYPES.filter(({ code }) => isTypeOn(code, actor.today)).map(({ code, label }) => ({
          ...{ value: code, label },
        }))}
        categories={categories}
        places={APPROVER_PLACES.map((place) => ({ value: place, label: PLACE_WORDS[place] }))}
        units={units}
        today={actor.today}
        add={addRule}
      />
      <Panel title="Mở lại tháng đã qua" padded={false}>
        {openings.length > 0 && (
          <ul className="panel-body">
            {openings.map(({ id, unitName, period, documentNo, reason, from, until, byName, isOpen }) => (
              <li key={id}>
                <b>{unitName}</b>, tháng {sayMonth(period)}: {sayDay(from)} – {sayDay(until)}
                {isOpen ? '' : ' (đã đóng)'}. {documentNo}, {reason}. <span className="meta">{byName}</span>
              </li>
            ))}
          </ul>
        )}
        <ReopenForm units={units} today={actor.today} reopen={reopen} />
      </Panel>
    </>
  )
}

type Rule = Awaited<ReturnType<typeof approverRules>>[number]

function rowOf({ id, rank, state, place, unitName, basis, from, until, ...rule }: Rule) {
  const types = rule.unitTypes.length === 0 ? 'Mọi loại đơn vị' : rule.unitTypes.map(unitTypeLabel).join('; ')
  const flag = { true: ', thuộc diện Ban Thường vụ Tỉnh ủy quản lý', false: ', không thuộc diện đó', null: '' }
  const labels = codeLists('doi-tuong').filter(({ code }) => rule.categories.includes(code))
  const who = labels.length === 0 ? 'Mọi đối tượng' : labels.map(({ label }) => label).join('; ')
  return {
    ...{ id, rank, basis, state },
    whose: rule.ownRecord ? `${types}: hồ sơ của chính người duyệt` : types,
    categories: `${who}${flag[`${rule.managed}`]}`,
    approver: place === 'namedUnit' ? `Người đứng đầu ${unitName}` : PLACE_WORDS[place],
    days: until === null ? `Từ ${sayDay(from)}` : `${sayDay(from)} – ${sayDay(until)}`,
    by: rule.endedBy === null ? rule.byName : `${rule.byName}; ${rule.endedBy} kết thúc: ${rule.endReason}`,
    idle: state === 'coming' ? 'chưa đến ngày' : null,
    mayEnd: state !== 'over' && rule.endedAt === null,
  }
}
