'use client'

import { type FormEvent, useEffect, useRef } from 'react'
import type { Theirs } from '@/components/outbox/edit'
import { Button } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import type { FieldSpec } from '@/lib/domain/form-spec'
import type { Typed } from '@/lib/domain/typed'
import { sayTyped } from './say-typed'

type ConflictChooserProps = {
  fields: readonly FieldSpec[]
  theirs: Theirs
  mine: Record<string, Typed>
  /** What stood here when the page was opened. */
  before: Record<string, Typed>
  onChoose: (keepMine: ReadonlySet<string>) => void
}

/** Two people saved the same section: both values side by side, and the person who came second chooses. */
export function ConflictChooser({ fields, theirs, mine, before, onChoose }: ConflictChooserProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    head.current?.focus()
  }, [])
  const disputed = fields.filter(({ code }) => code in theirs.answers && code in mine)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget)
    onChoose(new Set(disputed.flatMap(({ code }) => (chosen.get(code) === 'mine' ? [code] : []))))
  }
  return (
    <form className="panel mb-3" onSubmit={submit} aria-labelledby="conflict">
      <header>
        <h2 id="conflict" ref={head} tabIndex={-1}>
          Hai người cùng sửa: {disputed.map(({ label }) => label).join('; ')}
        </h2>
        <span className="meta">
          {theirs.by} lưu lúc {theirs.at}
        </span>
      </header>
      <table {...CARDS.table} className="cards">
        <thead {...CARDS.group}>
          <tr {...CARDS.row}>
            <th {...CARDS.columnHead} className="no">
              Mục
            </th>
            <th {...CARDS.columnHead}>Trước đó</th>
            <th {...CARDS.columnHead}>Của người khác</th>
            <th {...CARDS.columnHead}>Của tôi</th>
          </tr>
        </thead>
        <tbody {...CARDS.group}>
          {disputed.map((spec) => (
            <tr key={spec.code} {...CARDS.row}>
              <th {...CARDS.rowHead} className="no">
                <span className="vh">{spec.label}, mục </span>
                {spec.item}
              </th>
              <td {...CARDS.cell} data-l="Trước đó" className="lines">
                {sayTyped(spec, before[spec.code])}
              </td>
              <td {...CARDS.cell} data-l="Người khác">
                <label className="choice lines">
                  <input type="radio" name={spec.code} value="theirs" />
                  {theirs.answers[spec.code]?.said || 'chưa ghi'}
                </label>
              </td>
              <td {...CARDS.cell} data-l="Của tôi">
                <label className="choice lines">
                  <input type="radio" name={spec.code} value="mine" defaultChecked />
                  {sayTyped(spec, mine[spec.code])}
                </label>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="cta">
        <p className="soft">Giá trị không chọn vẫn nằm trong lịch sử.</p>
        <Button look="main" type="submit">
          Giữ giá trị đã chọn
        </Button>
      </div>
    </form>
  )
}
