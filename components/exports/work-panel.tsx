'use client'

import type { ReactNode } from 'react'
import { SigningForm, type SigningFormProps } from '@/components/signing/signing-form'
import { Notice } from '@/components/ui/notice'
import { type ExportKind, exportVow } from '@/lib/domain/exports/export-words'
import type { Result } from '@/lib/domain/result'
import { CancelRequest, RefuseForm } from './end-forms'

type Start = (input: {
  exportId: string
  certificate: string
  intermediates: string[]
}) => Promise<Result<{ attributes: string; digest: string }>>
type Complete = (input: { exportId: string; signature: string }) => Promise<Result<unknown>>

type Props = Pick<SigningFormProps, 'ways' | 'tool' | 'service' | 'sessions'> & {
  exportId: string
  kind: ExportKind
  /** Whose turn it is, as far as this reader may do it. */
  maySign: boolean
  maySeal: boolean
  mayCancel: boolean
  mayRefuse: boolean
  agency: { subject: string } | null
  serverTime: string
  sign: { start: Start; complete: Complete }
  seal: { start: Start; complete: Complete }
  refuse: (input: { exportId: string; reason: string }) => Promise<Result<unknown>>
  cancel: (input: { exportId: string }) => Promise<Result<unknown>>
}

/** What this reader has to do with the document: sign it, seal it, refuse it, take it back. */
export function WorkPanel({
  exportId,
  kind,
  maySign,
  maySeal,
  mayCancel,
  mayRefuse,
  agency,
  serverTime,
  ...props
}: Props) {
  const { ways, tool, service, sessions, ...acts } = props
  const keysOf = ({ start, complete }: { start: Start; complete: Complete }) => ({
    start: (input: { certificate: string; intermediates: string[] }) => start({ exportId, ...input }),
    complete: (input: { signature: string }) => complete({ exportId, ...input }),
  })
  const paper = `/api/documents/export/${exportId}${maySeal ? '?to=seal' : ''}`
  const facts: [string, ReactNode][] = [
    ['Giờ máy chủ', serverTime],
    ['Tệp sẽ ký', <Paper key="paper" paper={paper} />],
  ]
  const signing = { tool, service, sessions, paper, facts }
  return (
    <aside className="panel sign" aria-labelledby="work">
      <header>
        <h2 id="work">{maySeal ? 'Đóng dấu và cấp số' : maySign ? 'Ký số' : 'Việc tiếp theo'}</h2>
      </header>
      <div className="panel-body">
        {maySign && (
          <SigningForm
            {...signing}
            ways={ways}
            of={{ subject: 'export', subjectId: exportId }}
            keys={keysOf(acts.sign)}
            vow={exportVow(kind)}
            act="Ký văn bản"
            after="Ký xong, văn thư cấp số và đóng dấu. Đến lúc đó văn bản vẫn mang chữ “Bản nháp”."
          />
        )}
        {maySeal && agency && (
          <SigningForm
            {...signing}
            // A remote service holds keys of persons.
            ways={ways.filter((way) => way !== 'remote')}
            of={{ subject: 'seal', subjectId: exportId }}
            keys={keysOf(acts.seal)}
            vow="Tôi đã kiểm tra thể thức và chữ ký của người có thẩm quyền."
            act="Cấp số và đóng dấu"
            after="Số kế tiếp của năm được cấp khi chữ ký của cơ quan được nhận. Văn bản đã phát hành không sửa được, chỉ thay bằng văn bản khác."
          />
        )}
        {maySeal && !agency && (
          <Notice look="warn" title="Cơ quan chưa đăng ký chứng thư số.">
            Quản trị đơn vị đăng ký ở trang “Cấp văn bản”.
          </Notice>
        )}
        {mayRefuse && <RefuseForm exportId={exportId} refuse={acts.refuse} />}
        {mayCancel && <CancelRequest exportId={exportId} cancel={acts.cancel} />}
      </div>
    </aside>
  )
}

function Paper({ paper }: { paper: string }) {
  return (
    <a href={paper} target="_blank" rel="noreferrer">
      Văn bản<span className="vh"> (PDF, mở trang mới)</span>
    </a>
  )
}
