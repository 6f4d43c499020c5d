import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ApprovalFound } from '@/components/check/approval-found'
import { ExportFound } from '@/components/check/export-found'
import { PageHead } from '@/components/layout/page-head'
import { Notice } from '@/components/ui/notice'
import { readCode } from '@/lib/domain/check-code'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { admitVisit } from '@/lib/server/check/admit-visit'
import { printedApproval } from '@/lib/server/check/printed-code'
import { printedExport } from '@/lib/server/check/printed-export'
import { now } from '@/lib/server/clock'
import { originOf } from '@/lib/server/origin'

export const metadata: Metadata = { title: 'Kiểm tra văn bản', robots: { index: false } }

/** What stands behind the code of a printed paper. A code that is none, and one nobody was given, are the same: not found. */
export default async function CodePage({ params }: { params: Promise<{ code: string }> }) {
  const slowed = await slowedBy()
  if (slowed) return <Notice title={slowed} />
  const code = readCode((await params).code)
  const found = code && (await printedApproval(code))
  const issued = code && !found ? await printedExport(code) : null
  if (!found && !issued) notFound()
  return (
    <>
      <PageHead
        title="Kiểm tra văn bản"
        lead="Trang này nói về bản phê duyệt trong hệ thống, không nói về chữ trên giấy."
      />
      {found && <ApprovalFound found={found} />}
      {issued && <ExportFound found={issued} />}
      <p className="meta">
        Cần bản có giá trị như bản giấy gốc thì yêu cầu tệp PDF có chữ ký số của người có thẩm quyền và của cơ quan, rồi{' '}
        <Link href="/verify">kiểm tra tệp đó</Link>.
      </p>
    </>
  )
}

async function slowedBy(): Promise<string | null> {
  try {
    const given = await headers()
    await admitVisit(originOf((name) => given.get(name)).address, 'code', now())
    return null
  } catch (error) {
    if (error instanceof Refusal) return messageOf(error)
    throw error
  }
}
