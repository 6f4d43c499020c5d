import type { Metadata } from 'next'
import Link from 'next/link'

export const metadata: Metadata = { title: 'Không tìm thấy trang này' }

/** Also the answer where a person may not look: it does not reveal that something is there. */
export default function NotFound() {
  return (
    <main className="alone" id="main">
      <section className="panel">
        <div className="empty">
          <h1>Không tìm thấy trang này</h1>
          <p className="soft">Địa chỉ có thể đã gõ sai, hoặc trang không còn ở đây.</p>
          <p className="acts">
            <Link className="button" href="/">
              Về trang đầu
            </Link>
          </p>
        </div>
      </section>
    </main>
  )
}
