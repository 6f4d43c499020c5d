import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Không có văn bản mang mã này' }

/** A code that is none, and one nobody was given: the same words. */
export default function NoSuchPaper() {
  return (
    <section className="panel">
      <div className="empty">
        <h1>Không có văn bản nào mang mã này</h1>
        <p className="soft">So từng chữ với mã in dưới ô QR. Mã đúng mà vẫn không thấy thì hỏi cơ quan đã cấp.</p>
        <p className="acts">
          <ButtonLink href="/verify">Gõ lại mã hoặc đưa tệp lên</ButtonLink>
        </p>
      </div>
    </section>
  )
}
