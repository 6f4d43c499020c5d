import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { ASKED_FIELDS, type AskedIdentity } from '@/lib/domain/population/asked-identity'
import type { PopulationResult } from '@/lib/domain/population/check-words'
import { type Acting, writeAudit } from '../audit'
import type { Tx } from '../db'
import { matchedWithPopulation } from '../evidence/matched-with-population'
import type { PopulationAnswer } from './population-line'
import { questionHash } from './question-hash'

export type Asked = {
  record: { id: string; name: string; unitPath: string }
  identity: AskedIdentity
  /** The document they were taken from. */
  data: RecordData
  requestNo: string
  officerCode: string
  purpose: string
  by: { userId: string | null; name: string }
}

/** Keeps yes, no, or why neither, with who asked and what for; the state of the three values and the quality of the record follow. */
export async function keepResult(tx: Tx, asked: Asked, answer: PopulationAnswer, acting: Acting, now: Date) {
  const { record, identity, data, requestNo, officerCode, purpose, by } = asked
  const result = resultOf(answer)
  await tx.populationCheck.create({
    data: {
      ...{ recordId: record.id, result, cause: answer.kind === 'trouble' ? answer.cause : null, at: now },
      ...{ requestNo, officerCode, purpose, byUserId: by.userId, byName: by.name },
      inputSha256: questionHash(record.id, identity),
    },
  })
  if (answer.kind === 'answer') {
    const values = ASKED_FIELDS.map((code) => ({
      ...{ recordId: record.id, section: 'identity' as const, code, value: data.identity[code] },
      holds: answer.exists,
    }))
    await matchedWithPopulation(tx, values, { byName: by.name, at: now })
  }
  await tx.recordQuality.updateMany({ where: { recordId: record.id }, data: { changes: { increment: 1 } } })
  const subject = { type: 'record', id: record.id, name: record.name } as const
  await writeAudit(
    tx,
    acting,
    { action: 'population.checked', subject, unitPath: record.unitPath, detail: { result, purpose } },
    now,
  )
  return result
}

const resultOf = (answer: PopulationAnswer): PopulationResult =>
  answer.kind === 'trouble' ? 'error' : answer.exists ? 'match' : 'noMatch'
