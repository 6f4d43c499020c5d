import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'

type Props = {
  faults: { file: string | null; password: string | null }
  isOpen: boolean
  /** Another file was chosen: what was open is forgotten. */
  onFile: () => void
  /** Opens the key only to show whose it is. */
  show: () => void
}

/** The key file and its password. Neither has a name: they stay in the page. */
export function KeyFields({ faults, isOpen, onFile, show }: Props) {
  return (
    <>
      <div className="stack">
        <label htmlFor="key-file">Tệp khóa ký (.p12, .pfx)</label>
        <input
          className="input"
          id="key-file"
          type="file"
          accept=".p12,.pfx,application/x-pkcs12"
          onChange={onFile}
          aria-invalid={faults.file ? true : undefined}
          aria-describedby={faults.file ? 'key-file-fault' : undefined}
        />
        <div role="alert">{faults.file && <Fault id="key-file-fault">{faults.file}</Fault>}</div>
      </div>
      <div className="stack">
        <label htmlFor="key-password">Mật khẩu khóa ký</label>
        <input
          className="input"
          id="key-password"
          type="password"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={faults.password ? true : undefined}
          aria-describedby={faults.password ? 'key-password-fault key-hint' : 'key-hint'}
        />
        <div role="alert">{faults.password && <Fault id="key-password-fault">{faults.password}</Fault>}</div>
        <p className="hint" id="key-hint">
          {isOpen ? 'Khóa đã mở, chỉ ở trên máy này.' : 'Khóa mở trên máy này, không gửi đi đâu.'}
        </p>
        {!isOpen && (
          <p className="acts">
            <Button look="small" onClick={show}>
              Xem chứng thư
            </Button>
          </p>
        )}
      </div>
    </>
  )
}
