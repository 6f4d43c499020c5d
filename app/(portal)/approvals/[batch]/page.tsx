import type { Metadata } from 'next'
import { SignedBatch } from '@/components/approvals/signed-batch'
import { WaitingBatch } from '@/components/approvals/waiting-batch'
import { PageHead } from '@/components/layout/page-head'
import { StateChip } from '@/components/ui/chip'
import { BATCH_CHIPS, batchName } from '@/lib/domain/batch-words'
import { sayInstant } from '@/lib/domain/calendar'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { signedList } from '@/lib/domain/lists/signed-list-spec'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { batchPage } from '@/lib/server/approvals/batch-page'
import { ROWS_A_PAGE } from '@/lib/server/approvals/batch-preview'
import { now } from '@/lib/server/clock'
import { noteListed } from '@/lib/server/records/note-read'
import { installedWays } from '@/lib/server/signing/installed-ways'
import { SESSIONS } from '../../signing/sessions'
import { cancelBatch, completeBatch, recheckBatch, startSignature } from '../actions'
import { pageOf, pagesOf, type Query } from '../query'

export const metadata: Metadata = { title: 'Đợt ký' }

export default async function BatchPage({
  params,
  searchParams,
}: {
  params: Promise<{ batch: string }>
  searchParams: Query
}) {
  const { batch: id } = await params
  const here = `/approvals/${id}`
  const actor = await requireDoor('batch.read', here)
  const query = await searchParams
  const number = pageOf(query, 'page')
  const spec = signedList(id)
  const ask = readAsk(spec, query)
  const batch = await orNotFound(actor, here, () => batchPage(actor, id, { page: number, signed: ask }))
  await noteListed(actor, batch.unit.path, batch.changed, now())
  const isSigned = batch.state === 'approved'
  const name = batchName(batch)
  const at = now()
  const list = {
    first: (number - 1) * ROWS_A_PAGE + 1,
    page: pagesOf(`${here}?`, 'page', number, batch.sum.changed, ROWS_A_PAGE),
  }
  return (
    <>
      <PageHead
        title={isSigned ? `Đã ký ${lowered(name)}` : `Chốt ${lowered(name)}`}
        crumbs={[{ label: 'Ký duyệt', href: '/approvals' }]}
        here={name}
        chip={<StateChip state={BATCH_CHIPS[batch.state].chip}>{BATCH_CHIPS[batch.state].word}</StateChip>}
        lead={[batch.unit.name, batch.reason && `Lý do ký riêng: ${batch.reason}`].filter(Boolean).join('. ')}
        asOf={`Số liệu lúc ${sayInstant(at)}`}
      />
      {batch.signed ? (
        <SignedBatch batch={batch} signed={batch.signed} spec={spec} ask={ask} recheck={recheckBatch} />
      ) : (
        <WaitingBatch
          batch={batch}
          list={list}
          today={actor.today}
          serverTime={sayInstant(at)}
          start={startSignature}
          complete={completeBatch}
          {...installedWays()}
          sessions={SESSIONS}
          cancel={cancelBatch}
        />
      )}
    </>
  )
}

const lowered = (name: string) => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
