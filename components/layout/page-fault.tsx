'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { sayTime } from '@/lib/domain/calendar'

export type PageFaultProps = { error: Error & { digest?: string }; reset: () => void }

/** A bug, not a refusal: when it happened, that nothing is lost, again, and the code under which the log knows it. */
export function PageFault({ error, reset }: PageFaultProps) {
  const [time, setTime] = useState('')
  // Set after the first drawing: the server drew the page at another minute.
  useEffect(() => setTime(sayTime(new Date())), [])
  return (
    <div className="errors" role="alert">
      <Icon name="stop" />
      <div>
        <h1>Xin lỗi Anh/Chị, chưa mở được trang này{time && ` lúc ${time}`}.</h1>
        <p>
          Những gì đã lưu vẫn còn. Thử lại
          {error.digest && (
            <>
              , hoặc báo mã <code>{error.digest}</code> cho người quản trị đơn vị
            </>
          )}
          .
        </p>
        <p className="acts mt-3">
          <Button onClick={reset}>Thử lại</Button>
        </p>
      </div>
    </div>
  )
}
