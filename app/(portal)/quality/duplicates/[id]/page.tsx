import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '@/components/layout/page-head'
import { DecideForm } from '@/components/quality/decide-form'
import { PairTable } from '@/components/quality/pair-table'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { DUPLICATE_STATES, ELSEWHERE, groundWords } from '@/lib/domain/quality/duplicate-words'
import { type PairSide, pairFacts } from '@/lib/domain/quality/pair-facts'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { duplicatePage } from '@/lib/server/quality/duplicate-page'
import { decide } from '../actions'

export const metadata: Metadata = { title: 'So sánh hai hồ sơ' }

/** Two records side by side, and the decision. */
export default async function DuplicatePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireDoor('duplicate.decide', '/quality/duplicates')
  const page = await orNotFound(actor, `/quality/duplicates/${id}`, () => duplicatePage(actor, id, now()))
  const { pair, decisions, changes, mayDecide } = page
  const [first, second] = page.sides
  const heads = ['Hồ sơ A', 'Hồ sơ B'] as const
  const standing = pair.state === 'different' || pair.state === 'same' ? pair.state : null
  return (
    <>
      <PageHead
        title={[first, second].map((side) => side?.name ?? ELSEWHERE).join(' và ')}
        crumbs={[
          { label: 'Chất lượng dữ liệu', href: '/quality' },
          { label: 'Nghi trùng', href: '/quality/duplicates' },
        ]}
        here="So sánh"
        lead={`Hai hồ sơ ${groundWords(pair.grounds)}.`}
      />
      {pair.state === 'lapsed' && (
        <Notice title="Hai hồ sơ không còn giống nhau.">
          Một bên đã sửa trước khi có kết luận. Không phải làm gì.
        </Notice>
      )}
      {(first === null || second === null) && (
        <Notice title="Hồ sơ kia ở đơn vị khác, ngoài phạm vi của Anh/Chị.">
          Người xem được cả hai hồ sơ kết luận: cán bộ hồ sơ của đơn vị cấp trên, hoặc Sở Nội vụ. Cặp này đã có trong
          danh sách của họ.
        </Notice>
      )}
      <Panel title="Hai hồ sơ" padded={false} className="mb-4">
        <PairTable caption="Hai hồ sơ cạnh nhau" heads={heads} rows={pairFacts(first, second, codeLists)} />
        <p className="px-4 py-2">
          {page.sides.map(
            (side, at) =>
              side && (
                <Link key={side.recordId} className="mr-4" href={`/records/${side.recordId}`}>
                  Mở hồ sơ {at === 0 ? 'A' : 'B'}
                </Link>
              ),
          )}
        </p>
      </Panel>
      {changes.length > 0 && (
        <Panel title={`${changes.length} chỗ khác nhau`} padded={false}>
          <PairTable
            caption="Những chỗ khác nhau"
            heads={heads}
            rows={changes.map(({ key, item, label, before, after }) => ({ key, item, label, values: [before, after] }))}
          />
        </Panel>
      )}
      {decisions.length > 0 && (
        <Panel title="Đã kết luận" className="mt-4">
          <ul className="decisions">
            {decisions.map(({ id, verdict, keptId, reason, byName, at }) => (
              <li key={id}>
                <b>{DUPLICATE_STATES[verdict as 'different' | 'same']}</b>
                {keptId !== null && `, giữ hồ sơ ${keptId === first?.personId ? 'A' : 'B'}`}: {reason}{' '}
                <span className="meta">
                  {byName}, {sayInstant(at)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {mayDecide && (
        <DecideForm
          key={pair.state}
          caseId={pair.id}
          standing={standing}
          sides={[first, second].flatMap((side, at) =>
            side ? [{ personId: side.personId, words: keepWords(side, at === 0 ? 'A' : 'B') }] : [],
          )}
          decide={decide}
        />
      )}
    </>
  )
}

const keepWords = ({ name, unitName, approved }: PairSide, letter: string) =>
  `Hồ sơ ${letter}: ${name}, ${unitName}${approved ? ', đã có bản được duyệt' : ', chưa có bản được duyệt'}`
