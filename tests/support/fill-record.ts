/**
 * `node --import tsx tests/support/fill-record.ts <data folder> <citizen id> [sample person]`: the fullest person there is,
 * or one of the sample persons, written into the draft of somebody of a portal that runs, and what its pages must then say.
 */
import { gridColumns } from '@/components/fields/grid-columns'
import { type AnswersOf, columnsOf, fieldsOf, flatten, isTable, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { isShown } from '@/lib/catalogue/conditions'
import type { Row } from '@/lib/catalogue/kinds/table'
import { sectionSheet } from '@/lib/domain/form-spec'
import { aFullRecord } from './fullest-record'
import { putDraft } from './put-draft'
import { SAMPLE_PERSONS } from './sample-persons'
import { enter } from './sample-persons/enter'

/** The words that each section's page must hold: in controls, in cells or as text. */
export type FilledRecord = { recordId: string; sections: Record<string, string[]> }

const [dataFolder = '', citizenId = '', sample] = process.argv.slice(2)
const person = sample === undefined ? undefined : SAMPLE_PERSONS[Number(sample)]
const data = person ? enter(person).data : aFullRecord()
Object.assign(data.identity, { citizen_id: citizenId, social_insurance_no: `22${citizenId.slice(-8)}` })
data.agency.staff_number = `DT-${citizenId.slice(-6)}`
data.agency.national_staff_id = `87${citizenId.slice(-10)}`

const sections = saidBySections()

const filled: FilledRecord = { recordId: await putDraft(dataFolder, citizenId, data), sections }
process.stdout.write(JSON.stringify(filled))

function saidBySections() {
  const asks = flatten(data)
  return Object.fromEntries(
    SECTION_IDS.map((section) => {
      const asked = { draft: data, approved: null, lists: codeLists, today: '2026-11-27' }
      const sheet = sectionSheet({ ...asked, section, editor: 'self' })
      const answers = data[section] as AnswersOf
      const said = fieldsOf(section).flatMap((field) => {
        const answer = answers[field.code]
        if (answer === null || answer === undefined || !isShown(field, asks)) return []
        if (!isTable(field)) return partsOf(field.display(answer as never, codeLists), field.kind)
        const spec = sheet.fields.find(({ code }) => code === field.code)
        return (answer as Row[]).flatMap((row) =>
          gridColumns(spec?.columns ?? [], row.kind ?? undefined).map((column) => {
            const { code, kind } = column.spec
            const own = columnsOf(field).find((one) => one.code === code)
            const cell = row[code] ?? null
            const words = cell === null ? '' : (own?.display(cell as never, codeLists, row.kind ?? undefined) ?? '')
            if (column.part === null || kind !== 'partialDateRange') return words
            return words.split(' – ')[column.part === 'from' ? 0 : 1] ?? ''
          }),
        )
      })
      return [section, said]
    }),
  )
}

/** A period stands in two controls, several choices in as many pieces. */
function partsOf(said: string, kind: string) {
  if (kind === 'partialDateRange') return said.split(' – ')
  return kind === 'multiChoice' ? said.split('; ') : [said]
}
