import type { Metadata } from 'next'
import { DocumentPanel } from '@/components/exports/document-panel'
import { WorkPanel } from '@/components/exports/work-panel'
import { PageHead } from '@/components/layout/page-head'
import { ButtonLink } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { sayInstant } from '@/lib/domain/calendar'
import { EXPORT_CHIPS, KIND_WORDS } from '@/lib/domain/exports/export-words'
import { orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { exportPage } from '@/lib/server/exports/export-page'
import { cancelExport, completeExport, completeSeal, refuseExport, startExport, startSeal } from '../actions'

export const metadata: Metadata = { title: 'Văn bản' }

export default async function ExportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const here = `/exports/${id}`
  const actor = await requireDoor('export.request', here)
  const document = await orNotFound(actor, here, () => exportPage(actor, id))
  const { maySign, maySeal, mayCancel, state, kind, recordId } = document
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
      <div className="cols cols--sign">
        <DocumentPanel document={document} />
        {(maySign || maySeal || mayCancel) && (
          <WorkPanel
            exportId={id}
            kind={kind}
            maySign={maySign}
            maySeal={maySeal}
            mayCancel={mayCancel}
            agency={document.agency}
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
