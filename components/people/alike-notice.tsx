import Link from 'next/link'
import { Button } from '@/components/ui/button'
import type { AlikePerson } from '@/lib/domain/messages'
import { ELSEWHERE } from '@/lib/domain/quality/duplicate-words'

type AlikeNoticeProps = { people: readonly AlikePerson[]; busy: boolean; onConfirm: () => void }

/** Others have this name and birth: look, and go on if it is somebody else. */
export function AlikeNotice({ people, busy, onConfirm }: AlikeNoticeProps) {
  return (
    <section className="note note--warn mb-4" role="alert" aria-label="Trùng họ tên và ngày sinh">
      <div>
        <b>Đã có người cùng họ tên và ngày sinh.</b>
        <ul>
          {people.map((person, at) => (
            <li key={person?.recordId ?? at}>
              {person === null ? (
                ELSEWHERE
              ) : (
                <>
                  <Link href={`/records/${person.recordId}`} target="_blank">
                    {person.name}
                  </Link>
                  , {person.unitName}
                </>
              )}
            </li>
          ))}
        </ul>
        <p>Nếu là người đó thì không thêm nữa. Nếu là người khác thì xác nhận để thêm.</p>
        <Button look="small" onClick={onConfirm} aria-busy={busy}>
          Là người khác, vẫn thêm
        </Button>
      </div>
    </section>
  )
}
