import type { Metadata } from 'next'
import { DocumentPanel } from '@/components/exports/document-panel'
import { WorkPanel } from '@/components/exports/work-panel'
import { PageHead } from '@/components/layout/page-head'
import { AwaitedAnswer, GivenBack } from '@/components/signing/awaited-answer'
import { ButtonLink } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { sayInstant } from '@/lib/domain/calendar'
import { EXPORT_CHIPS, KIND_WORDS } from '@/lib/domain/exports/export-words'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { exportPage } from '@/lib/server/exports/export-page'
import { installedWays } from '@/lib/server/signing/installed-ways'
import { SESSIONS } from '../../signing/sessions'
import { cancelExport, completeExport, completeSeal, refuseExport, startExport, startSeal } from '../actions'

export const metadata: Metadata = { title: 'Văn bản' }

export default async function ExportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const here = `/exports/${id}`
  const actor = await requireDoor('export.request', here)
  const document = await orNotFound(actor, here, () => exportPage(actor, id))
  const { maySign, maySeal, mayCancel, mayRefuse, state, kind, recordId } = document
  const { word, chip } = EXPORT_CHIPS[state]
  return (
    <>
      <PageHead
        title={KIND_WORDS[kind].name}
        crumbs={[{ label: 'Cấp văn bản', href: '/exports' }]}
        here={document.number ?? word}
        chip={<StateChip state={chip}>{word}</StateChip>}
        lead={document.subjectName}
      >
        {state === 'issued' && recordId && (
          <ButtonLink look="small" href={`/exports/new?record=${recordId}&replaces=${id}`}>
            Xin văn bản thay thế
          </ButtonLink>
        )}
      </PageHead>
      {(state === 'signatureWaits' || state === 'sealWaits') && (
        <AwaitedAnswer
          signer={(state === 'sealWaits' ? document.sealedBy : document.signerName) ?? ''}
          receivedAt={document.receivedAt}
          askAgainAt={document.askAgainAt}
          then={
            state === 'sealWaits'
              ? 'văn bản được phát hành ngay khi có câu trả lời.'
              : 'văn bản chờ đóng dấu ngay khi có câu trả lời.'
          }
        />
      )}
      {document.withdrawnSince && (
        <Notice look="warn" title="Phê duyệt hồ sơ trong văn bản này đã rút, nội dung không còn giá trị.">
          {`Rút lúc ${sayInstant(document.withdrawnSince)}. Duyệt lại hồ sơ rồi xin văn bản thay thế.`}
        </Notice>
      )}
      <GivenBack reasons={document.givenBack} />
      <div className="cols cols--sign">
        <DocumentPanel document={document} />
        {(maySign || maySeal || mayCancel || mayRefuse) && (
          <WorkPanel
            exportId={id}
            kind={kind}
            maySign={maySign}
            maySeal={maySeal}
            mayCancel={mayCancel}
            mayRefuse={mayRefuse}
            agency={document.agency}
            {...installedWays()}
            sessions={SESSIONS}
            serverTime={sayInstant(now())}
            sign={{ start: startExport, complete: completeExport }}
            seal={{ start: startSeal, complete: completeSeal }}
            refuse={refuseExport}
            cancel={cancelExport}
          />
        )}
      </div>
    </>
  )
}
