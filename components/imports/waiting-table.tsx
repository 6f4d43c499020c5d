'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { Fault } from '@/components/ui/fault'
import type { Result } from '@/lib/domain/result'

type Word = {
  list: string
  title: string
  words: string
  text: string
  count: number
  options: { code: string; label: string }[]
}
type Asked = { list: string; words: string; code: string }
type Props = {
  words: readonly Word[]
  map: (input: Asked) => Promise<Result<number>>
  /** Before anything is written: the word is only explained. */
  ahead?: boolean
}

/** Words no code list has, and what they are. */
export const WaitingTable = ({ words, map, ahead = false }: Props) => (
  <table {...CARDS.table} className="cards" aria-label="Giá trị chờ ánh xạ">
    <thead {...CARDS.group}>
      <tr {...CARDS.row}>
        <th {...CARDS.columnHead}>Trong danh sách</th>
        <th {...CARDS.columnHead}>Danh mục</th>
        <th {...CARDS.columnHead}>Số lần</th>
        <th {...CARDS.columnHead}>Là giá trị</th>
      </tr>
    </thead>
    <tbody {...CARDS.group}>
      {words.map((word) => (
        <WordRow key={`${word.list}|${word.words}`} word={word} map={map} ahead={ahead} />
      ))}
    </tbody>
  </table>
)

function WordRow({ word, map, ahead }: { word: Word; map: Props['map']; ahead: boolean }) {
  const router = useRouter()
  const { run, busy, refused, value } = useAct(map)
  const { list, words, title, text, count, options } = word
  const id = `word-${list}-${words}`.replace(/[^a-z0-9]+/gi, '-')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code') ?? '')
    if (code !== '') run({ list, words, code }, () => router.refresh())
  }
  return (
    <tr {...CARDS.row}>
      <th {...CARDS.rowHead} className="lines">
        {text}
      </th>
      <td {...CARDS.cell} data-l="Danh mục" className="lines">
        {title}
      </td>
      <td {...CARDS.cell} data-l="Số lần">
        {count.toLocaleString('vi')}
      </td>
      <td {...CARDS.cell} data-l="Là giá trị">
        <form onSubmit={submit} className="acts">
          <label className="vh" htmlFor={id}>
            “{text}” là
          </label>
          <select className="input" id={id} name="code" defaultValue="">
            <option value="">Chọn giá trị</option>
            {options.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
          <Button look="small" type="submit" aria-busy={busy}>
            {ahead ? 'Nhớ giá trị' : 'Ghi vào hồ sơ'}
            <span className="vh"> {text}</span>
          </Button>
          {!ahead && (
            <Button
              look="small"
              aria-busy={busy}
              onClick={() => run({ list, words, code: '' }, () => router.refresh())}
            >
              Bỏ qua<span className="vh"> {text}</span>
            </Button>
          )}
          {ahead && value !== null && <span className="meta">Đã nhớ, đọc thử lại để áp dụng</span>}
          {refused && <Fault id={`${id}-fault`}>{refused.message}</Fault>}
        </form>
      </td>
    </tr>
  )
}
