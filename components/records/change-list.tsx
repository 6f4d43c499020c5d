import Link from 'next/link'
import { CARDS } from '@/components/ui/card-roles'
import type { SaidChange } from '@/lib/domain/change-words'

type ChangeListProps = {
  caption: string
  changes: readonly SaidChange[]
  /** Nothing has been approved yet: there is no old. */
  fresh?: boolean | undefined
  /** Where a change can be corrected. */
  hrefOf?: ((change: SaidChange) => string | null) | undefined
  /** What the link says; the change is named after it. */
  linkWord?: string
}

/** Old and new, one under the other, in the order of the form. */
export function ChangeList({ caption, changes, fresh = false, hrefOf, linkWord = 'Sửa lại' }: ChangeListProps) {
  return (
    <table {...CARDS.table} className="diff cards">
      <caption className="vh">{caption}</caption>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead} className="no">
            Mục
          </th>
          <th {...CARDS.columnHead}>{fresh ? 'Trường và nội dung' : 'Cũ và mới'}</th>
          {hrefOf && (
            <th {...CARDS.columnHead} className="w-20">
              <span className="vh">{linkWord}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {changes.map((change) => (
          <tr key={change.key} {...CARDS.row}>
            <td {...CARDS.cell} className="no">
              {change.item}
            </td>
            <th {...CARDS.rowHead}>
              <span>{change.label}</span>
              {fresh ? (
                <div className="lines">{change.after}</div>
              ) : (
                <OldAndNew before={change.before} after={change.after} />
              )}
            </th>
            {hrefOf && (
              <td {...CARDS.cell}>
                <ChangeLink href={hrefOf(change)} word={linkWord} label={change.label} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ChangeLink({ href, word, label }: { href: string | null; word: string; label: string }) {
  if (href === null) return null
  return (
    <Link href={href} prefetch={false}>
      {word}
      <span className="vh"> {label}</span>
    </Link>
  )
}

/** Word, strike or underline, and tint together: never by colour alone. */
export function OldAndNew({ before, after }: Pick<SaidChange, 'before' | 'after'>) {
  return (
    <>
      <div className="was">
        <span className="tag">Cũ</span>
        {before === null ? <span className="mute">chưa có</span> : <del className="lines">{before}</del>}
      </div>
      <div className="now">
        <span className="tag">Mới</span>
        {after === null ? <span className="mute">bỏ trống</span> : <ins className="lines">{after}</ins>}
      </div>
    </>
  )
}
