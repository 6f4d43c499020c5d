import { remove, reuse } from '@/app/(portal)/records/evidence/actions'
import { CorrectionsProvider } from '@/components/records/corrections-context'
import { SectionForm } from '@/components/records/section-form'
import { SectionNav } from '@/components/records/section-nav'
import { SectionNotes } from '@/components/records/section-notes'
import { StageChip } from '@/components/records/stage-chip'
import { ButtonLink } from '@/components/ui/button'
import { CATALOGUE, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { sectionSheet } from '@/lib/domain/form-spec'
import { today } from '@/lib/server/clock'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { recordProofs } from '@/lib/server/evidence/record-proofs'
import { correctionsOf } from '@/lib/server/records/correction-list'
import { sectionAdvice } from '@/lib/server/records/findings'
import type { RecordPage } from '@/lib/server/records/record-page'
import { requireActor } from '@/lib/server/session'
import { askCorrection, judgeRows, withdrawCorrection } from './actions'

type SectionEditorProps = {
  page: RecordPage
  section: SectionId
  hrefOf: (section: SectionId) => string
  crumb: { label: string; href: string }
  finish: { href: string; label: string }
  promise: string
}

/** One section to edit: for the person, and for the officer who writes what the unit owns. */
export async function SectionEditor({ page, section, hrefOf, crumb, finish, promise }: SectionEditorProps) {
  const { record, approved, editor, submission } = page
  const lists = codeLists
  const sheet = sectionSheet({ section, draft: record.draft, approved, editor, lists, today: today() })
  const requests = (await correctionsOf(record.id)).filter((one) => one.section === section)
  const own = editor === 'self'
  const { proofs, standings, papers, mayAdd } = await recordProofs(await requireActor(), record)
  const next = page.writes[page.writes.indexOf(section) + 1]
  const returned = submission?.state === 'returned' ? submission.returned.filter((one) => one.section === section) : []
  return (
    <CorrectionsProvider
      requests={requests}
      ask={own ? askCorrection.bind(null, { recordId: record.id, section }) : null}
      withdraw={own ? withdrawCorrection : null}
    >
      <SectionForm
        key={section}
        sheet={sheet}
        version={record.sectionVersions[section] ?? 0}
        savedAt={record.sectionVersions[section] ? record.updatedAt.toISOString() : null}
        returned={returned}
        // Rules look across the whole record: not for who works with a part of it.
        advice={page.mayEdit ? await sectionAdvice(record, section, today()) : []}
        evidence={{ proofs, standings, papers, acts: mayAdd ? { reuse, remove } : null }}
        place={{ recordId: record.id, section }}
        judgeRows={judgeRows.bind(null, { recordId: record.id, section })}
        head={{
          crumbs: [crumb],
          here: `Mục ${SECTION_IDS.indexOf(section) + 1}. ${CATALOGUE[section].title}`,
          lead: !own ? `${record.person.fullName}, ${record.person.unitName}` : undefined,
          chip: <StageChip stage={page.stages[section]} />,
          acts: (
            <span className="acts">
              <ButtonLink look="small" href={`/records/${record.id}#${section}`}>
                Xem cả hồ sơ
              </ButtonLink>
            </span>
          ),
        }}
        nav={<SectionNav current={section} sections={page.writes} stages={page.stages} hrefOf={hrefOf} />}
        notes={<SectionNotes fields={sheet.fields} editor={editor} />}
        next={next ? { href: hrefOf(next), label: 'Mục sau' } : null}
        finish={finish}
        promise={promise}
      />
    </CorrectionsProvider>
  )
}
