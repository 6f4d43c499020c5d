import { ButtonLink } from '@/components/ui/button'

/** Also the answer where a person may not look: it does not reveal that something is there. */
export function NothingHere() {
  return (
    <section className="panel">
      <div className="empty">
        <h1>Không tìm thấy trang này</h1>
        <p className="soft">Địa chỉ có thể đã gõ sai, hoặc trang không còn ở đây.</p>
        <p className="acts">
          <ButtonLink href="/">Về trang đầu</ButtonLink>
        </p>
      </div>
    </section>
  )
}
