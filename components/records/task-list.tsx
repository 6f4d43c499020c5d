import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import { CATALOGUE, type SectionId } from '@/lib/catalogue'
import type { SectionCompleteness } from '@/lib/domain/completeness'
import type { Stage } from '@/lib/domain/record-state'
import { StageChip } from './stage-chip'

export type Task = SectionCompleteness & {
  stage: Stage
  /** One sentence of what to do; null where nothing is. */
  todo: string | null
}

/** The 13 sections; only those with something to do speak up. */
export function TaskList({ tasks, hrefOf }: { tasks: readonly Task[]; hrefOf: (section: SectionId) => string }) {
  return (
    <table {...CARDS.table} className="cards tasks">
      <caption className="vh">13 mục của hồ sơ</caption>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead} className="no">
            Mục
          </th>
          <th {...CARDS.columnHead}>Tên mục</th>
          <th {...CARDS.columnHead} className="num">
            Đã điền
          </th>
          <th {...CARDS.columnHead}>Cần làm</th>
          <th {...CARDS.columnHead}>Trạng thái</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {tasks.map(({ section, filled, total, rows, stage, todo }) => (
          <tr key={section} {...CARDS.row} className={todo === null ? undefined : 'todo'}>
            <td {...CARDS.cell} className="no">
              {CATALOGUE[section].item}
            </td>
            <th {...CARDS.rowHead}>
              <Link href={hrefOf(section)} prefetch={false}>
                {CATALOGUE[section].title}
              </Link>
            </th>
            <td {...CARDS.cell} className="num" data-l="Đã điền">
              {total === 1 && rows > 0 ? `${rows} dòng` : `${filled}/${total}`}
            </td>
            <td {...CARDS.cell} className={stage === 'returned' ? 'what warn' : 'what'}>
              {todo}
            </td>
            <td {...CARDS.cell} className="state">
              <StageChip stage={stage} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
