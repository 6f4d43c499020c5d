import { notFound } from 'next/navigation'
import { mayAnywhere } from '@/lib/domain/policy'
import { noteRefusal } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { templateFile } from '@/lib/server/jobs/records-workbook/template-file'
import { requireActor } from '@/lib/server/session'

/** The workbook of records without a record: to be filled in and imported. */
export async function GET(request: Request) {
  const actor = await requireActor()
  if (!mayAnywhere(actor, 'record.exportMany')) {
    await noteRefusal(actor, new URL(request.url).pathname)
    notFound()
  }
  const { bytes, name, type } = templateFile(actor, now())
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}
