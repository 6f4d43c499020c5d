'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

/** A bug, not a refusal: when, that nothing is lost, again, and the code under which the log knows it. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [time, setTime] = useState('')
  useEffect(() => setTime(new Date().toLocaleTimeString('vi', { hour: '2-digit', minute: '2-digit' })), [])
  return (
    <main className="alone" id="main">
      <div className="errors" role="alert">
        <Icon name="stop" />
        <div>
          <h1 className="text-16">Xin lỗi Anh/Chị, chưa mở được trang này{time && ` lúc ${time}`}.</h1>
          <p>
            Những gì đã lưu vẫn còn. Thử lại{error.digest && ', hoặc báo mã '}
            {error.digest && <code>{error.digest}</code>}
            {error.digest && ' cho người quản trị đơn vị'}.
          </p>
          <p className="acts mt-3">
            <Button onClick={reset}>Thử lại</Button>
          </p>
        </div>
      </div>
    </main>
  )
}
