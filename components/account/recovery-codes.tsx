'use client'

import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'

/** Ten codes that open the door once each. Shown once: nobody can read them again. */
export function RecoveryCodes({ codes, username }: { codes: readonly string[]; username: string }) {
  return (
    <Panel
      title={`Mã dự phòng của tài khoản ${username}`}
      className="slip"
      aside={
        <Button look="small" icon="print" onClick={() => window.print()}>
          In mã dự phòng
        </Button>
      }
    >
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="code">{code}</code>
          </li>
        ))}
      </ol>
      <p className="mt-2">
        Mất điện thoại thì gõ một mã này thay cho mã 6 số; mỗi mã dùng một lần. In ra và cất nơi khóa được. Đóng trang
        này thì không xem lại được.
      </p>
    </Panel>
  )
}
