import { emptyRecord, fieldNamed, type RecordData, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { editSection, mayEdit } from '@/lib/domain/record'
import type { Typed } from '@/lib/domain/typed'
import type { SamplePerson } from './sample-person'

export type Entered = { data: RecordData; errors: Record<string, string> }

/** Everything typed, section by section: the unit's own by the officer, the rest by the person, as the portal takes it. */
export function enter({ typed, unit }: SamplePerson): Entered {
  const data = emptyRecord()
  Object.assign(data.agency, { employing_unit: unit, managing_authority: unit })
  const errors: Record<string, string> = {}
  for (const section of SECTION_IDS) {
    const answers = Object.entries(typed[section] ?? {})
    for (const editor of ['unit', 'self'] as const) {
      const own = answers.filter(([code]) => typist(section, code) === editor)
      const edit = editSection({ draft: data, section, typed: Object.fromEntries(own), editor, lists: codeLists })
      Object.assign(data[section], edit.section)
      Object.assign(errors, edit.errors)
    }
  }
  return { data, errors }
}

/** What a person says of one field alone, typed over what stands there. */
export function retype(entered: Entered, section: SectionId, typed: Record<string, Typed>): Entered {
  const data = structuredClone(entered.data)
  const [code = ''] = Object.keys(typed)
  const editor = typist(section, code)
  const edit = editSection({ draft: data, section, typed, editor, lists: codeLists })
  return { data: { ...data, [section]: edit.section } as RecordData, errors: { ...edit.errors } }
}

function typist(section: SectionId, code: string) {
  const field = fieldNamed(section, code)
  if (!field) throw new Error(`No field ${section}.${code}`)
  return mayEdit(field, 'self') ? 'self' : 'unit'
}
