import 'server-only'
import { emptyRecord, type RecordData, type SectionId } from '@/lib/catalogue'

/** A stored document with every field of today's form, in its order; jsonb keeps neither. */
export function completed(stored: unknown): RecordData {
  const empty = emptyRecord() as Record<SectionId, Record<string, unknown>>
  const data = (stored ?? {}) as Partial<Record<SectionId, Record<string, unknown>>>
  for (const [section, answers] of Object.entries(empty) as [SectionId, Record<string, unknown>][]) {
    for (const code of Object.keys(answers)) answers[code] = data[section]?.[code] ?? null
  }
  return empty as RecordData
}
