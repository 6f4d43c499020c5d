import { FaultList, type LineFault } from '@/components/organisation/fault-list'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'

type Said = { code: string; label: string; says: string; uses: number; hasSuccessor: boolean }
export type Difference = {
  added: readonly Said[]
  changed: readonly Said[]
  closed: readonly Said[]
  same: number
  padded: number
  faults: readonly LineFault[]
  faultCount: number
}

/** What a file would do to the list, before anything is taken. Values in use that would be closed without a successor come first. */
export function DifferenceReport({ difference }: { difference: Difference }) {
  const { added, changed, closed, same, padded, faults, faultCount } = difference
  const lost = closed.filter(({ uses, hasSuccessor }) => uses > 0 && !hasSuccessor)
  const count = added.length + changed.length + closed.length
  return (
    <>
      <FaultList faults={faults} count={faultCount} />
      {faultCount === 0 && (
        <Notice
          look={lost.length > 0 ? 'warn' : 'good'}
          title={
            count === 0
              ? 'Tệp không khác danh mục đang dùng.'
              : `Thêm ${added.length}, sửa ${changed.length}, đóng ${closed.length}; ${same} giá trị giữ nguyên.`
          }
          live
        >
          {padded > 0 && `${padded} mã mất số 0 ở đầu, đã đọc đủ số. `}
          {lost.length > 0
            ? `${lost.length} giá trị đang dùng bị đóng mà chưa có mã thay thế: ${lost.map(({ code }) => code).join(', ')}. Thêm cột “Mã thay thế”, hoặc ghi sau ở từng giá trị.`
            : 'Chưa ghi gì.'}
        </Notice>
      )}
      <Part title="Đóng" entries={closed} withUses />
      <Part title="Sửa" entries={changed} withUses />
      <Part title="Thêm" entries={added} />
    </>
  )
}

function Part({ title, entries, withUses = false }: { title: string; entries: readonly Said[]; withUses?: boolean }) {
  if (entries.length === 0) return null
  return (
    <Panel title={`${title} ${entries.length.toLocaleString('vi')} giá trị`} padded={false}>
      <ul className="plain-list">
        {entries.map(({ code, label, says, uses, hasSuccessor }) => (
          <li key={code}>
            <b>{code}</b> {label}
            {says !== '' && <>. {says}</>}
            {withUses && (
              <span className="meta">
                {' '}
                {uses === 0 ? 'không hồ sơ nào dùng' : `${uses.toLocaleString('vi')} hồ sơ đang dùng`}
                {title === 'Đóng' && uses > 0 && !hasSuccessor && ', chưa có mã thay thế'}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
