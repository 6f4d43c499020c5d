import Link from 'next/link'
import { Pager } from '@/components/ui/data-table'
import { Empty } from '@/components/ui/empty'
import { dayOf, sayDayMonth } from '@/lib/domain/calendar'

type Person = {
  recordId: string
  name: string
  jobTitle: string
  figure: string
  words: string
  checkedBy: string | null
  checkedAt: Date | null
  clock: { due: string; late: boolean; clause: string } | null
}
type Props = { people: Person[]; count: number; first: number; page: { previous?: string; next?: string } }

const HEADS = ['Họ và tên', 'Chức danh', 'Thay đổi', 'Đã kiểm', 'Hạn đồng bộ']

/** Who is approved with something new: where it changed, who checked it and when. */
export function ChangedPeople({ people, count, first, page }: Props) {
  const checkers = [...new Set(people.map(({ checkedBy }) => checkedBy).filter(Boolean))]
  return (
    <section className="panel" id="changed" aria-labelledby="changed-title">
      <header>
        <h2 id="changed-title">{count.toLocaleString('vi')} người có thay đổi</h2>
        {checkers.length > 0 && <span className="meta">Người kiểm: {checkers.join(', ')}</span>}
      </header>
      {people.length === 0 ? (
        <Empty title="Chưa có thay đổi nào đã kiểm.">Cán bộ hồ sơ kiểm xong thì người đó hiện ở đây.</Empty>
      ) : (
        // biome-ignore-start lint/a11y/noRedundantRoles: the cards of a phone take the roles away
        <table role="table" className="cards compact people" aria-labelledby="changed-title">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" className="no" scope="col">
                STT
              </th>
              {HEADS.map((head) => (
                <th key={head} role="columnheader" scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {people.map(({ recordId, name, jobTitle, figure, words, checkedAt, clock }, index) => (
              <tr key={recordId} role="row">
                <td role="cell" className="no">
                  {first + index}
                </td>
                <th role="rowheader" scope="row">
                  <Link href={`/records/${recordId}`}>{name}</Link>
                </th>
                <td role="cell" className="soft">
                  {jobTitle}
                </td>
                <td role="cell">
                  {figure === '' ? 'Không khác bản đã duyệt' : <Where figure={figure} words={words} />}
                </td>
                <td role="cell" className="meta nowrap" data-l="Đã kiểm">
                  {checkedAt && sayDayMonth(dayOf(checkedAt))}
                </td>
                <td role="cell" className="meta nowrap due" data-l="Hạn đồng bộ" title={clock?.clause}>
                  {clock && (
                    <>
                      {sayDayMonth(clock.due)}
                      {clock.late && <b className="bad"> quá hạn</b>}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        // biome-ignore-end lint/a11y/noRedundantRoles: see above
      )}
      {count > people.length && <Pager from={first} to={first + people.length - 1} of={count} noun="người" {...page} />}
    </section>
  )
}

const Where = ({ figure, words }: { figure: string; words: string }) => (
  <>
    <b>{figure}:</b> {words}
  </>
)
