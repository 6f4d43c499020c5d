import { type SignatureCheck, SignatureChecks } from '@/components/approvals/signature-checks'
import { Notice } from '@/components/ui/notice'
import { sayInstant } from '@/lib/domain/calendar'

/** As the server answers it, over the wire. */
export type UploadAnswer = {
  verdict: {
    valid: boolean
    reasons: { code: string; message: string }[]
    signatures: { field: string; signer: string; checks: SignatureCheck[] }[]
  }
  kept: 'same' | 'other' | 'unknown'
  unitName: string | null
  signedAt: string | null
}

/** What was found of an uploaded file: whether the signatures hold, whether the portal knows it, and every check. */
export function UploadFound({ answer }: { answer: UploadAnswer }) {
  const { verdict } = answer
  return (
    <>
      <Verdict answer={answer} />
      {verdict.reasons.map(({ code, message }) => (
        <p key={code} className="fault">
          {message}
        </p>
      ))}
      {verdict.signatures.map(({ field, signer, checks }) => (
        <section key={field} aria-label={SIGNED_BY[field] ?? 'Chữ ký'}>
          <h3>
            {SIGNED_BY[field] ?? 'Chữ ký'}: {signer || 'không đọc được'}
          </h3>
          <SignatureChecks checks={checks} />
        </section>
      ))}
    </>
  )
}

const SIGNED_BY: Record<string, string> = {
  NguoiCoThamQuyen: 'Chữ ký của người có thẩm quyền',
  CoQuan: 'Chữ ký của cơ quan',
}

function Verdict({ answer: { verdict, kept, unitName, signedAt } }: { answer: UploadAnswer }) {
  if (!verdict.valid) return <Notice title="Tệp không hợp lệ.">Đừng dùng tệp này. Lấy lại tệp từ nơi gửi.</Notice>
  if (kept === 'same')
    return (
      <Notice look="good" title="Chữ ký hợp lệ. Đúng là tệp cổng đã nhận.">
        {`${unitName ?? ''}${signedAt ? `, ${sayInstant(new Date(signedAt))}` : ''}.`}
      </Notice>
    )
  return (
    <Notice look="warn" title="Chữ ký hợp lệ, nhưng tệp không phải tệp cổng đang giữ.">
      Hỏi lại cơ quan đã ký trước khi dùng.
    </Notice>
  )
}
