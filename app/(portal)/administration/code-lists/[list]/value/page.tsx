import type { Metadata } from 'next'
import { sayUses } from '@/components/code-lists/entry-table'
import { AddValue, CloseValue, NameSuccessor, RenameValue } from '@/components/code-lists/value-forms'
import { PageHead } from '@/components/layout/page-head'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayPartialDay } from '@/lib/catalogue/days'
import { sayInstant } from '@/lib/domain/calendar'
import { KNOWN_OF_SHIPPED } from '@/lib/domain/code-lists/fixed-lists'
import { type Query, wordIn } from '@/lib/domain/list-query'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { valuePage } from '@/lib/server/code-lists/list-pages'
import { change } from '../../actions'

export const metadata: Metadata = { title: 'Giá trị của danh mục' }

type Props = { params: Promise<{ list: string }>; searchParams: Promise<Query> }

/** One value and what may be done to it; without `?code` a new one. */
export default async function CodeValuePage({ params, searchParams }: Props) {
  const { list } = await params
  const path = `/administration/code-lists/${list}/value`
  const actor = await requireDoor('codeList.manage', path)
  const code = wordIn(await searchParams, 'code')
  const { title, entry, fixed, uses, countedAt, groups, others } = await orNotFound(actor, path, () =>
    valuePage(actor, list, code),
  )
  const shared = { list, today: actor.today, change }
  return (
    <>
      <PageHead
        title={entry === null ? 'Thêm giá trị' : entry.label}
        crumbs={[
          { label: 'Danh mục', href: '/administration/code-lists' },
          { label: title, href: `/administration/code-lists/${list}` },
        ]}
        lead={entry === null ? KNOWN_OF_SHIPPED[list] : undefined}
      />
      {fixed !== null && <Notice title="Danh mục này chỉ để xem.">{fixed}</Notice>}
      {entry !== null && (
        <Panel title={`Mã ${entry.code}`}>
          <Facts
            of={[
              ['Hiệu lực từ', entry.validFrom === null ? 'không ghi' : sayPartialDay(entry.validFrom)],
              ['Đến hết', entry.validUntil === null ? 'đang dùng' : sayPartialDay(entry.validUntil)],
              ['Mã thay thế', entry.successor ?? 'không có'],
              ['Căn cứ lần đổi cuối', entry.basis ?? 'như khi giao phần mềm'],
              ['Nơi dùng', countedAt === null ? 'chưa đếm' : `${sayUses(uses)}, đếm lúc ${sayInstant(countedAt)}`],
            ]}
          />
        </Panel>
      )}
      {fixed === null && entry === null && <AddValue {...shared} groups={groups} />}
      {fixed === null && entry !== null && (
        <>
          {entry.validUntil === null ? (
            <>
              <CloseValue {...shared} code={entry.code} others={others} />
              <RenameValue {...shared} code={entry.code} label={entry.label} />
            </>
          ) : (
            <NameSuccessor {...shared} code={entry.code} others={others} successor={entry.successor ?? ''} />
          )}
        </>
      )}
    </>
  )
}
