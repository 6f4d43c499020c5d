'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useAct } from '@/components/people/use-act'
import { Button, ButtonLink } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import type { Correction } from '@/lib/domain/correction'
import type { Result } from '@/lib/domain/result'

type CorrectionCardProps = {
  request: Correction & { recordId: string; name: string; unitName: string }
  since: string
  answer: (input: {
    correctionId: string
    verdict: 'corrected' | 'refused'
    answer: string
  }) => Promise<Result<unknown>>
}

/** One request: whose, which item, old and proposed, and the two answers. */
export function CorrectionCard({ request, since, answer }: CorrectionCardProps) {
  const { id, recordId, name, unitName, section, code, item, label, derived, said, wrong, proposed } = request
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(answer)
  const [refusing, setRefusing] = useState(false)
  const words = useRef<HTMLTextAreaElement>(null)
  const send = (verdict: 'corrected' | 'refused') =>
    run({ correctionId: id, verdict, answer: words.current?.value ?? '' }, () => router.refresh())
  return (
    <article className="correction-card" id={`c-${id}`} aria-label={`${name}: ${label}`}>
      <h3>
        {name}{' '}
        <span className="soft">
          {unitName}, chờ {since}
        </span>
      </h3>
      <p>
        <b>{item === 'đầu mẫu' ? label : `Mục ${item}. ${label}`}</b>
      </p>
      <p>
        <del>{said === '' ? 'chưa ghi' : said}</del> <span className="vh">đề nghị sửa thành</span> <ins>{proposed}</ins>
      </p>
      <p className="soft">{wrong}</p>
      {refusing && (
        <div>
          <label htmlFor={`why-${id}`}>Vì sao không sửa</label>
          <textarea
            className="input"
            id={`why-${id}`}
            ref={words}
            rows={2}
            aria-invalid={fields.answer !== undefined || undefined}
            aria-describedby={refused ? `why-${id}-fault` : undefined}
          />
        </div>
      )}
      {refused && <Fault id={`why-${id}-fault`}>{fields.answer ?? refused.message}</Fault>}
      <span className="acts">
        {refusing ? (
          <>
            <Button look="back" onClick={() => send('refused')} aria-busy={busy}>
              Trả lời không sửa
            </Button>
            <Button onClick={() => setRefusing(false)}>Thôi</Button>
          </>
        ) : (
          <>
            {derived ? (
              <span className="meta">Theo hồ sơ tổ chức: nhờ quản trị đơn vị sửa trước.</span>
            ) : (
              <ButtonLink href={`/records/${recordId}/edit/${section}#f-${code}`}>Mở ô để sửa</ButtonLink>
            )}
            <Button onClick={() => send('corrected')} aria-busy={busy}>
              Đã sửa
            </Button>
            <Button look="back" onClick={() => setRefusing(true)}>
              Không sửa
            </Button>
          </>
        )}
      </span>
    </article>
  )
}
