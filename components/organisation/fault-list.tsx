import { Panel } from '@/components/ui/panel'

export type LineFault = { line: number; column: string; sentence: string }

/** What is wrong with a file, line by line as the spreadsheet counts. */
export function FaultList({ faults, count }: { faults: readonly LineFault[]; count: number }) {
  if (count === 0) return null
  return (
    <Panel
      title={`${count} chỗ phải sửa trong tệp`}
      aside={count > faults.length && <span className="meta">{`${faults.length} chỗ đầu`}</span>}
      padded={false}
    >
      <div role="status">
        <ul className="plain-list">
          {faults.map(({ line, column, sentence }) => (
            <li key={`${line}${column}${sentence}`}>
              <b>Dòng {line}</b>
              {column && `, cột ${column}`}: {sentence}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
