import Link from 'next/link'
import { Fault } from '@/components/ui/fault'
import { WAY_WORDS } from '@/lib/domain/signing/ways'

/** What one should know before the tool opens its own window. */
export function ToolNote() {
  return (
    <p className="hint">
      {WAY_WORDS.vgca.hint} Bấm ký, công cụ tự mở; chọn chứng thư và gõ mã PIN ở đó. Không ký được thì{' '}
      <Link href="/signing">kiểm tra ký số</Link>.
    </p>
  )
}

type UploadFieldProps = { paper: string; fault: string | null }

/** The paper to take away, and the signed one to bring back. */
export function UploadField({ paper, fault }: UploadFieldProps) {
  return (
    <div className="stack">
      <p className="hint">
        <a href={paper} download>
          Tải tệp chờ ký
        </a>
        , ký bằng phần mềm ký số của Anh/Chị, giữ nguyên nội dung, rồi chọn tệp đã ký ở đây.
      </p>
      <label htmlFor="signed-file">Tệp PDF đã ký</label>
      <input
        className="input"
        id="signed-file"
        type="file"
        accept="application/pdf,.pdf"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'signed-file-fault' : undefined}
      />
      <div role="alert">{fault && <Fault id="signed-file-fault">{fault}</Fault>}</div>
    </div>
  )
}
