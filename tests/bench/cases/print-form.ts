import { codeLists } from '@/lib/catalogue/code-lists'
import { cvDocx } from '@/lib/documents/cv/cv-docx'
import { cvPdf } from '@/lib/documents/cv/cv-pdf'
import { cvForm } from '@/lib/domain/cv/layout'
import { aFullRecord } from '@/tests/support/fullest-record'
import type { Case } from '../rounds'

/** The legal form of somebody with every field answered, as a file. The goal is absolute: there is nothing below it. */
export function printForm(): Case[] {
  const standing = { of: 'draft', printedBy: 'Võ Thị Kim Ngân', printedAt: '08:40, 27/11/2026' } as const
  const now = new Date('2026-11-27T08:40:12+07:00')
  const data = aFullRecord()
  const form = () => cvForm({ data, lists: codeLists, standing })
  return [
    {
      name: 'one PDF, every field answered',
      times: 3,
      floors: [],
      ours: { name: 'portal', run: () => cvPdf(form(), now) },
      limit: { ms: 200 },
    },
    {
      name: 'one DOCX, every field answered',
      times: 3,
      floors: [],
      ours: { name: 'portal', run: async () => cvDocx(form(), now) },
      limit: { ms: 150 },
    },
  ]
}
