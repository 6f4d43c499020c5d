'use client'

import { useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'

export type Report = {
  summary: string
  ahead: boolean
  blocks: readonly { code: string; sentence: string }[]
  warnings: readonly { code: string; sentence: string }[]
  moved: number
  people: readonly { id: string; name: string; to: string }[]
  founded: number
  ended: number
  digest: string
}

/** What would follow, before anything is done: first what stands in the way, then what to know, then who moves. */
export function RehearsalReport({ report, day }: { report: Report; day: string }) {
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [])
  const { summary, ahead, blocks, warnings, moved, people, founded, ended } = report
  return (
    <div ref={top} tabIndex={-1} className="arrives">
      <Panel title="Diễn tập" aside={<span className="meta">chưa ghi gì vào hệ thống</span>} className="rehearsal">
        <p>
          <b>{summary}</b>, từ ngày {day}
          {ahead && ', đến ngày đó tự có hiệu lực'}.
        </p>
        {blocks.length > 0 ? (
          <Notice title={`${blocks.length} điều phải giải quyết trước.`} live>
            <Sentences of={blocks} />
          </Notice>
        ) : (
          <>
            <p className="sums" role="status">
              <b>{founded}</b> đơn vị mới · <b>{ended}</b> đơn vị kết thúc · <b>{moved}</b> người chuyển
            </p>
            {warnings.length > 0 && (
              <Notice look="warn" title={`${warnings.length} điều cần biết.`}>
                <Sentences of={warnings} />
              </Notice>
            )}
            {people.length > 0 && (
              <details>
                <summary>
                  {people.length < moved
                    ? `${people.length} người đầu trong ${moved} người chuyển`
                    : `${moved} người chuyển`}
                </summary>
                <ul className="moves">
                  {people.map(({ id, name, to }) => (
                    <li key={id}>
                      {name} → {to}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </Panel>
    </div>
  )
}

const Sentences = ({ of }: { of: Report['blocks'] }) => (
  <>
    {of.map(({ code, sentence }) => (
      <span key={code + sentence} className="sentence">
        {sentence}
      </span>
    ))}
  </>
)
