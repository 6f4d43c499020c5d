'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-paths'
import { Panel } from '@/components/ui/panel'
import type { CheckLine, CheckState } from '@/lib/domain/signing/check-line'
import { checkMachine } from './machine-check'

const LOOKS: Record<CheckState, { icon: IconName; word: string; chip: string }> = {
  good: { icon: 'check', word: 'Tốt', chip: 'chip chip--approved' },
  warn: { icon: 'warn', word: 'Cần xem', chip: 'chip chip--returned' },
  bad: { icon: 'stop', word: 'Chưa được', chip: 'chip chip--error' },
  unknown: { icon: 'ring', word: 'Chưa rõ', chip: 'chip chip--draft' },
}

/** Everything signing depends on, line by line, with what to do. `tool` is null where the installation does not use it. */
export function SigningCheck({ known, tool }: { known: readonly CheckLine[]; tool: string | null }) {
  const [machine, setMachine] = useState<CheckLine[] | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let left = false
    // `round` is what asks again.
    void checkMachine(round >= 0 ? tool : null).then((lines) => {
      if (!left) setMachine(lines)
    })
    return () => {
      left = true
    }
  }, [tool, round])
  const again = () => {
    setMachine(null)
    setRound(round + 1)
  }
  return (
    <Panel
      title="Từng việc một"
      padded={false}
      aside={
        <Button look="small" icon="sync" onClick={again} aria-busy={machine === null}>
          Kiểm lại
        </Button>
      }
    >
      <table {...CARDS.table} className="cards">
        <thead {...CARDS.group}>
          <tr {...CARDS.row}>
            <th {...CARDS.columnHead}>Việc kiểm</th>
            <th {...CARDS.columnHead}>Kết quả</th>
            <th {...CARDS.columnHead}>Tình trạng</th>
            <th {...CARDS.columnHead}>Cách khắc phục</th>
          </tr>
        </thead>
        <tbody {...CARDS.group}>
          {[...known, ...(machine ?? [])].map((line) => (
            <Line key={line.what} line={line} />
          ))}
        </tbody>
      </table>
      <p className="pager" role="status">
        <span>{machine ? 'Đã kiểm xong máy này.' : 'Đang kiểm máy này…'}</span>
      </p>
    </Panel>
  )
}

function Line({ line: { what, state, is, remedy } }: { line: CheckLine }) {
  const { icon, word, chip } = LOOKS[state]
  return (
    <tr {...CARDS.row}>
      <th {...CARDS.rowHead}>{what}</th>
      <td {...CARDS.cell} data-l="Kết quả">
        <span className={chip}>
          <Icon name={icon} small />
          {word}
        </span>
      </td>
      <td {...CARDS.cell} data-l="Tình trạng">
        {is}
      </td>
      <td {...CARDS.cell} data-l="Cách khắc phục">
        {remedy ?? 'Không phải làm gì'}
      </td>
    </tr>
  )
}
