import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CodeForm } from '@/components/check/code-form'
import { UploadForm } from '@/components/check/upload-form'
import { PageHead } from '@/components/layout/page-head'
import { Panel } from '@/components/ui/panel'
import { readCode } from '@/lib/domain/check-code'

export const metadata: Metadata = { title: 'Kiểm tra văn bản' }

type Query = Promise<{ code?: string | string[] }>

/** Where anybody has a paper checked: by the code it carries, or as the signed file itself. */
export default async function VerifyPage({ searchParams }: { searchParams: Query }) {
  const asked = (await searchParams).code
  const typed = typeof asked === 'string' ? asked.slice(0, 60) : ''
  const code = readCode(typed)
  if (code) redirect(`/verify/${code.replaceAll('-', '')}`)
  return (
    <>
      <PageHead title="Kiểm tra văn bản" lead="Không cần tài khoản. Cổng không giữ lại tệp Anh/Chị đưa vào." />
      <Panel title="Bản in có ô QR">
        <CodeForm typed={typed} wrong={typed !== ''} />
      </Panel>
      <Panel title="Tệp PDF đã ký số">
        <UploadForm />
      </Panel>
    </>
  )
}
