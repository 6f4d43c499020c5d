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
  at: string
  version: number
  recordId: string
}

/** From the ministry's words back to the field that caused them. */
export function RefusalTrace({ error, at, version, recordId }: Props) {
  const { code, field, message, raw, item, label, given } = error
  return (
    <ol className="trace">
      <li>
        <h3>1. Bộ trả lời</h3>
        <p className="bad">
          <b>{raw || 'Bộ không nói lý do'}</b>
        </p>
        <p className="meta">{at}</p>
      </li>
      <li>
        <h3>2. Thông điệp đã gửi</h3>
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
