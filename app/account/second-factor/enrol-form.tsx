'use client'

import { useActionState, useState } from 'react'
import { CodeInput } from '@/components/account/code-input'
import { QrPicture } from '@/components/account/qr-picture'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { enrol } from './actions'

type Offer = { sealed: string; secret: string; url: string; picture: { size: number; path: string } }

/** Scan, type one code, keep the recovery codes. */
export function EnrolForm({ offer: fresh, username }: { offer: Offer; username: string }) {
  // Should the page be drawn anew, the picture already scanned stays the one that counts.
  const [offer] = useState(fresh)
  const [{ refused, codes, done }, submit, busy] = useActionState(enrol, { refused: null, codes: [], done: null })
  if (done) {
    return (
      <>
        <div className="mb-4 no-print">
          <Notice look="good" live title="Đã bật xác thực hai bước.">
            Cất mã dự phòng dưới đây rồi mới rời trang.
          </Notice>
        </div>
        <RecoveryCodes codes={codes} username={username} />
        <p className="mt-4 no-print">
          <ButtonLink look="main" href="/">
            Đã cất mã, vào cổng
          </ButtonLink>
        </p>
      </>
    )
  }
  return (
    <Panel title="Bật xác thực hai bước">
      <form action={submit} className="narrow-form">
        {refused && <ErrorsSummary key={refused.message} title={refused.message} />}
        <input type="hidden" name="sealed" value={offer.sealed} />
        <ol className="enrol-steps">
          <li>
            Cài trên điện thoại một ứng dụng xác thực, như Google Authenticator hoặc Microsoft Authenticator. Ứng dụng
            chạy cả khi không có mạng.
          </li>
          <li>
            Trong ứng dụng, thêm tài khoản bằng cách quét mã này.
            <QrPicture {...offer.picture} label="Mã QR chứa khóa của ứng dụng xác thực" />
            Không quét được thì <a href={offer.url}>mở ứng dụng trên máy này</a>, hoặc gõ khóa:{' '}
            <code className="code secret">{offer.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </li>
          <li>
            <CodeInput label="Mã 6 số ứng dụng đang hiện" fault={refused?.fields.code} />
          </li>
        </ol>
        <Button look="main" type="submit" aria-busy={busy}>
          Bật xác thực hai bước
        </Button>
      </form>
    </Panel>
  )
}
