import Link from 'next/link'
import type { ReactNode } from 'react'
import { Facts } from '@/components/ui/facts'
import { ISSUE_KINDS, type IssueKind } from '@/lib/domain/excel/import-plan'
import { ISSUE_WORDS, sayCells } from '@/lib/domain/excel/import-words'

export type Counts = Record<IssueKind, number> & {
  cells: number
  stored: number
  unmapped: number
  create: number
  change: number
  same: number
  refusedPeople: number
}

/** Where every filled cell of the file goes: the figures add up to all of them. */
export function CountFacts({
  counts,
  href,
  done,
}: {
  counts: Counts
  href: (kind: IssueKind) => string
  done: boolean
}) {
  const people = [
    [done ? 'Hồ sơ mới' : 'Sẽ lập mới', counts.create],
    [done ? 'Hồ sơ đã sửa' : 'Sẽ sửa', counts.change],
    ['Không đổi', counts.same],
    ['Không nhận', counts.refusedPeople],
  ] as const
  return (
    <>
      <Facts of={people.map(([label, count]) => [label, `${count.toLocaleString('vi')} người`])} />
      <Facts
        of={[
          ['Ô có dữ liệu trong tệp', <b key="cells">{sayCells(counts.cells)}</b>],
          [done ? 'Có trong hồ sơ' : 'Ghi được', sayCells(counts.stored)],
          ...ISSUE_KINDS.filter((kind) => counts[kind] > 0).map((kind): [string, ReactNode] => [
            ISSUE_WORDS[kind].title,
            <span key={kind}>
              <Link href={href(kind)} prefetch={false}>
                {sayCells(counts[kind])}
              </Link>{' '}
              <span className="meta">{ISSUE_WORDS[kind].says}</span>
            </span>,
          ]),
          ...(counts.unmapped > 0 ? [['Thuộc cột chưa ghép', sayCells(counts.unmapped)] as [string, ReactNode]] : []),
        ]}
      />
    </>
  )
}
