import 'server-only'
import { plain } from '@/lib/catalogue/code-list'
import { cvDocx } from '@/lib/documents/cv/cv-docx'
import { cvPdf } from '@/lib/documents/cv/cv-pdf'
import type { Actor } from '@/lib/domain/policy'
import { noteView } from '../access'
import { readingDetail } from './note-read'
import { printedForm, type WantedForm } from './printed-form'

export type FormFormat = 'pdf' | 'docx'

/** The Sơ yếu lý lịch as a file, noted when it is somebody else's; null where nothing was approved by then. */
export async function exportForm(
  actor: Actor,
  recordId: string,
  { format, ...wanted }: WantedForm & { format: FormFormat },
  now: Date,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const { person, form, version, sight } = await printedForm(actor, recordId, wanted, now)
  if (form === null) return null
  const bytes = format === 'pdf' ? await cvPdf(form, now) : cvDocx(form, now)
  if (person.id !== actor.personId) {
    await noteView(actor, {
      action: 'record.exported',
      subject: { type: 'record', id: recordId, name: person.fullName },
      unitPath: person.unitPath,
      detail: {
        ...readingDetail({ sight }, 'form'),
        format,
        of: version === null ? 'draft' : 'approved',
        version,
        on: wanted.on,
      },
    })
  }
  return { name: fileName(person.fullName, version, format), bytes }
}

/** Without accents, so that every system keeps it: `so-yeu-ly-lich-nguyen-thi-am-ban-3.pdf`. */
function fileName(fullName: string, version: number | null, format: FormFormat) {
  const who = plain(fullName).replace(/[^a-z0-9]+/g, '-')
  return `so-yeu-ly-lich-${who}-${version === null ? 'ban-nhap' : `ban-${version}`}.${format}`
}
