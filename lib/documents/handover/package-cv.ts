import type { RecordData } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { sayInstant } from '@/lib/domain/calendar'
import { cvForm } from '@/lib/domain/cv/layout'
import { cvPdf } from '../cv/cv-pdf'
import { recordLeaf } from '../merkle'
import type { PackageContent } from './package-content'

/**
 * The Sơ yếu lý lịch of a package. Of the same content it is the same file: so the receiver sees that both say one thing.
 * Therefore in the words of the lists as shipped, which both sides have.
 */
export function packageCv({ record, paper }: PackageContent, data: RecordData): Promise<Uint8Array> {
  const { printedBy, declaration, declaredOn, approvedOn, batch, approver } = paper
  const printedAt = new Date(paper.printedAt)
  const form = cvForm({
    data,
    lists: codeLists,
    standing: {
      of: 'approved',
      ...{ printedBy, printedAt: sayInstant(printedAt), version: record.version },
      ...{ declaration, declaredOn, approvedOn, batch, approver, leaf: recordLeaf(record) },
    },
  })
  return cvPdf(form, printedAt)
}
