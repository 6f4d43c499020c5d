import 'server-only'
import { SECTION_IDS } from '@/lib/catalogue'
import { recordsBook } from '@/lib/documents/xlsx/records-book'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import { sheetsOf } from '@/lib/domain/excel/export-rows'
import { helpLines } from '@/lib/domain/excel/help-words'
import type { Actor } from '@/lib/domain/policy'
import { codeLists } from '../../code-lists/code-lists'
import { XLSX } from './workbook-steps'

/** All sheets and columns, no rows. */
export function templateFile(actor: Pick<Actor, 'personName'>, now: Date) {
  const about = { what: 'Tệp mẫu để ghi hồ sơ', by: actor.personName, at: sayInstant(now), purpose: null }
  const sheets = sheetsOf(SECTION_IDS)
  const bytes = recordsBook({ sheets, help: helpLines(about), lists: codeLists, today: dayOf(now) })
  return { bytes, name: 'mau-ho-so.xlsx', type: XLSX }
}
