/** `node --import tsx tests/support/typing-plan.ts`: what a browser types for the sample persons, since Playwright's loader cannot read the code lists. */
import { gridColumns } from '@/components/fields/grid-columns'
import { emptyRecord, type RecordData, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import type { Address } from '@/lib/catalogue/kinds/address'
import { type FieldSpec, sectionSheet } from '@/lib/domain/form-spec'
import type { Option } from '@/lib/domain/option'
import type { Editor } from '@/lib/domain/record'
import type { Typed, TypedRange, TypedRow } from '@/lib/domain/typed'
import { SAMPLE_PERSONS } from './sample-persons'
import { enter } from './sample-persons/enter'
import type { SamplePerson } from './sample-persons/sample-person'

type Entry = { code: string; label: string }

/** What is done to one control, in words a keyboard knows. */
export type Step = { code: string } & (
  | { kind: 'line'; words: string }
  | { kind: 'radio'; label: string }
  | { kind: 'choice'; entries: Entry[] }
  | { kind: 'period'; from: string; to: string }
  | { kind: 'place'; words: string; entry: Entry | null }
  | { kind: 'rows'; rows: { group: string | null; cells: string[] }[] }
)

export type SectionPlan = { section: SectionId; editor: Editor; steps: Step[] }
/** `draft`: the record as it stands when all of it was typed. */
export type TypingPlan = { name: string; sections: SectionPlan[]; draft: RecordData; empty: RecordData }

const TODAY = '2026-11-27'
/** Whole lists travel with the sheet here. */
const whole = (spec: FieldSpec, field: string, code: string, kind?: string): Entry => {
  const option = optionsOf(spec, kind).find((one) => one.value === code || one.code === code)
  if (!option) throw new Error(`${code} is not in the list of ${field}`)
  return { code: option.code, label: option.label }
}

function optionsOf(spec: FieldSpec, kind?: string): readonly Option[] {
  const source = (kind === undefined ? undefined : spec.sourceByKind?.[kind]) ?? spec.source
  if (!source) return []
  if (source.from === null) return source.options
  const name = decodeURIComponent(source.from.replace(/^.*\//, '').replace(/\?.*$/, ''))
  return codeLists(name).map(({ code, label }) => ({ value: code, code, label }))
}

function stepFor(spec: FieldSpec, typed: Typed): Step {
  const { code, kind } = spec
  if (kind === 'boolean') return { code, kind: 'radio', label: typed ? 'Có' : 'Không' }
  if (kind === 'choice') return { code, kind, entries: [whole(spec, code, String(typed))] }
  if (kind === 'multiChoice')
    return { code, kind: 'choice', entries: (typed as string[]).map((one) => whole(spec, code, one)) }
  if (kind === 'partialDateRange') return { code, kind: 'period', ...(typed as TypedRange) }
  if (kind === 'address') {
    const place = typed as Address
    return { code, kind: 'place', words: place.text, entry: place.code ? whole(spec, code, place.code) : null }
  }
  if (kind !== 'table') return { code, kind: 'line', words: String(typed) }
  return { code, kind: 'rows', rows: (typed as TypedRow[]).map((row) => rowSteps(spec, row)) }
}

function rowSteps(spec: FieldSpec, row: TypedRow) {
  const group = spec.rowKinds.find(({ code }) => code === row.kind)?.label ?? null
  const cells = gridColumns(spec.columns, row.kind).map(({ spec: column, part }) => {
    const typed = row[column.code]
    if (part !== null) return (typed as TypedRange)[part]
    return column.kind === 'choice' && typed
      ? whole(column, column.code, String(typed), row.kind).label
      : `${typed ?? ''}`
  })
  return { group, cells }
}

function planFor(person: SamplePerson): TypingPlan {
  const sections = SECTION_IDS.flatMap((section) =>
    (['unit', 'self'] as const).map((editor): SectionPlan => {
      const asked = { draft: emptyRecord(), approved: null, lists: codeLists, today: TODAY }
      const steps = sectionSheet({ ...asked, section, editor }).fields.flatMap((spec) => {
        const typed = person.typed[section]?.[spec.code]
        // Who is asked for what both may write is the person.
        const theirs = editor === 'self' || section === 'agency'
        return typed === undefined || spec.readOnly !== null || !theirs ? [] : stepFor(spec, typed)
      })
      return { section, editor, steps }
    }),
  )
  return {
    name: person.name,
    sections: sections.filter(({ steps }) => steps.length > 0),
    draft: enter(person).data,
    empty: emptyRecord(),
  }
}

process.stdout.write(JSON.stringify(SAMPLE_PERSONS.map(planFor)))
