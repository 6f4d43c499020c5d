import Link from 'next/link'
import { whoMends } from '@/lib/domain/delivery-words'

type Props = {
  error: {
    code: string
    field: string | null
    message: string
    raw: string
    item?: string
    label?: string
    section?: string
    given: { read: string; sent: string } | null
  }
  /** Found by the portal itself, before anything was sent. */
  before: boolean
  at: string
  version: number
  recordId: string
}

/** From the ministry's words back to the field that caused them. */
export function RefusalTrace({ error, before, at, version, recordId }: Props) {
  const { code, field, message, raw, item, label, given } = error
  return (
    <ol className="trace">
      <li>
        <h3>{before ? '1. Kiểm trước khi gửi' : '1. Bộ trả lời'}</h3>
        <p className="bad">
          <b>{before ? message : raw || 'Bộ không nói lý do'}</b>
        </p>
        <p className="meta">{at}</p>
      </li>
      <li>
        <h3>{before ? '2. Thông điệp chưa gửi' : '2. Thông điệp đã gửi'}</h3>
        <p>{field ? <code>{given ? `${field}: "${given.sent}"` : field}</code> : 'Bộ không nói mục nào'}</p>
        <p className="meta">bản {version}</p>
      </li>
      <li>
        <h3>3. Trường trong hồ sơ</h3>
        {label ? (
          <p>
            <b>{item ? `Mục ${item}, ${label}` : label}</b>
            {given && `: ${given.read}`}
          </p>
        ) : (
          <p>Chưa rõ mục nào</p>
        )}
        <p className="meta">
          <Link href={`/records/${recordId}`}>Mở hồ sơ</Link>
        </p>
      </li>
      <li>
        <h3>4. Cách sửa</h3>
        <p>{message}</p>
        <p className="meta">{whoMends(`${code}:`)}</p>
      </li>
    </ol>
  )
}
