import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'

type StandingProps = { title: string; act?: ReactNode; children: ReactNode }

/** What is so, what to do, and the one act that follows. */
export function Standing({ title, act, children }: StandingProps) {
  return (
    <div className="cta">
      <p>
        <b>{title}</b>
        <br />
        <span className="soft">{children}</span>
      </p>
      {act}
    </div>
  )
}

/** The ministry did not take the record: its reasons, in words, and who acts. */
export function DeliveryTrouble({ messages }: { messages: readonly string[] }) {
  return (
    <div className="mb-4">
      <Notice look="warn" title="Bộ Nội vụ chưa nhận hồ sơ.">
        {messages.join('; ')}. Sửa các trường này rồi gửi lại để đơn vị kiểm và ký.
      </Notice>
    </div>
  )
}
