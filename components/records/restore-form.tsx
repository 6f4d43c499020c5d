'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { useAct } from '@/components/people/use-act'
import { Button, ButtonLink } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Fault } from '@/components/ui/fault'
import type { SectionId } from '@/lib/catalogue'
import type { SaidChange } from '@/lib/domain/change-words'
import type { Result } from '@/lib/domain/result'

type RestoreCall = {
  recordId: string
  section: SectionId
  from: { version: number; before: boolean }
  sectionVersion: number
}

type RestoreFormProps = {
  call: RestoreCall
  /** From what stands in the working copy to what stood then. */
  changes: readonly SaidChange[]
  /** Key of the change one came for. */
  chosen: string
  /** Where the section is edited; one goes on there. */
  editHref: string
  restore: (input: RestoreCall & { chosen: string[] }) => Promise<Result<number>>
}

/** What stands now beside what stood then, and which of it is taken back. */
export function RestoreForm({ call, changes, chosen, editHref, restore }: RestoreFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(restore)
  const [ticked, setTicked] = useState(() => new Set(changes.some(({ key }) => key === chosen) ? [chosen] : []))
  const tick = (key: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(key)
    else next.delete(key)
    setTicked(next)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run({ ...call, chosen: [...ticked] }, () => router.push(editHref))
  }
  return (
    <form onSubmit={submit} noValidate>
      {refused && (
        <ErrorsSummary
          title={refused.message}
          errors={changes.flatMap(({ key, label }) =>
            fields[key] ? [{ field: `take-${key}`, message: `${label}: ${fields[key]}` }] : [],
          )}
        />
      )}
      <section className="panel" aria-labelledby="restore-head">
        <header>
          <h2 id="restore-head">Chọn giá trị lấy lại</h2>
        </header>
        <table {...CARDS.table} className="diff cards restore">
          <caption className="vh">Giá trị trong bản nháp và giá trị cũ</caption>
          <thead {...CARDS.group}>
            <tr {...CARDS.row}>
              <th {...CARDS.columnHead} className="no">
                Mục
              </th>
              <th {...CARDS.columnHead}>Trường</th>
              <th {...CARDS.columnHead}>Đang có trong bản nháp</th>
              <th {...CARDS.columnHead}>Lấy lại</th>
            </tr>
          </thead>
          <tbody {...CARDS.group}>
            {changes.map(({ key, item, label, before, after }) => (
              <tr key={key} {...CARDS.row}>
                <td {...CARDS.cell} className="no">
                  {item}
                </td>
                <th {...CARDS.rowHead}>
                  <label className="take" htmlFor={`take-${key}`}>
                    <input
                      type="checkbox"
                      id={`take-${key}`}
                      checked={ticked.has(key)}
                      aria-invalid={fields[key] ? true : undefined}
                      aria-describedby={fields[key] ? `take-${key}-fault` : undefined}
                      onChange={(event) => tick(key, event.target.checked)}
                    />
                    {label}
                  </label>
                  {fields[key] && <Fault id={`take-${key}-fault`}>{fields[key]}</Fault>}
                </th>
                <td {...CARDS.cell} data-l="Đang có" className="lines">
                  {before ?? <span className="mute">chưa có</span>}
                </td>
                <td {...CARDS.cell} data-l="Lấy lại" className="lines">
                  {after ?? <span className="mute">bỏ trống</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ActionBar says="Giá trị lấy lại chỉ vào bản nháp. Gửi, kiểm và ký duyệt như mọi thay đổi.">
        <ButtonLink href={`/records/${call.recordId}/history`}>Không lấy lại</ButtonLink>
        {ticked.size > 0 && (
          <Button look="main" icon="undo" type="submit" aria-busy={busy}>
            {busy ? 'Đang lấy lại' : `Lấy lại ${ticked.size} giá trị`}
          </Button>
        )}
      </ActionBar>
    </form>
  )
}
