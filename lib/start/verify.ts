/**
 * npm run --silent verify -- file.pdf [--record record.json] [--anchors folder] [--at time]: judges a signed paper, and one record
 * against the list it carries, without database or server.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readAnchors } from '../documents/pdf-signature/anchors'
import { FAULTS, type Fault } from '../documents/pdf-signature/faults'
import { readPdf } from '../documents/pdf-signature/pdf-contents'
import { isReadable, type Verdict } from '../documents/pdf-signature/verdict'
import { verifyPdf } from '../documents/pdf-signature/verify'
import { judgeRecord, type RecordVerdict } from '../documents/record-proof'
import { readStatement } from '../documents/signed-statement'

const USAGE =
  'Cách dùng: npm run --silent verify -- tep.pdf [--record ho-so.json] [--anchors thu-muc] [--at 2026-11-30T10:00:00+07:00]'

/** Exit code: 0 valid, 1 not valid (the paper, or the record against it), 2 not readable. */
async function main() {
  const { file, record, anchors, at } = readArguments()
  if (file === undefined || Number.isNaN(at.getTime())) return complain(USAGE)
  const bytes = attempt(() => readFileSync(file))
  if (!bytes) return print(notReadable(file))
  const trusted = attempt(() => readAnchors(anchors))
  if (!trusted) return complain(`Không đọc được thư mục chứng thư gốc: ${anchors}`)
  const verdict = await verifyPdf(bytes, { file, anchors: trusted, at, demonstration: isDemonstration() })
  if (record === undefined) return print(verdict)
  const text = attempt(() => readFileSync(record, 'utf8'))
  if (text === null) return complain(`Không đọc được tệp hồ sơ: ${record}`)
  const judged = isReadable(verdict) ? await against(bytes, text) : null
  return print({ ...verdict, valid: verdict.valid && judged?.valid === true, record: judged })
}

/** A record is proven by the list in the paper; whether the paper holds is said beside it. */
async function against(bytes: Uint8Array, text: string): Promise<RecordVerdict | null> {
  const [attached] = (await readPdf(bytes))?.manifests ?? []
  const statement = attached ? readStatement(attached) : null
  return statement && 'records' in statement ? judgeRecord(text, statement) : null
}

function readArguments() {
  const options = {
    record: { type: 'string' },
    anchors: { type: 'string', default: 'data/anchors' },
    at: { type: 'string' },
  } as const
  const parsed = attempt(() => parseArgs({ options, allowPositionals: true }))
  const [file, ...more] = parsed?.positionals ?? []
  const at = parsed?.values.at
  return {
    file: more.length === 0 ? file : undefined,
    record: parsed?.values.record,
    anchors: parsed?.values.anchors ?? '',
    at: at === undefined ? new Date() : new Date(at),
  }
}

/** As the launcher decides: a database of one's own means the real thing, unless a demonstration is asked for. */
function isDemonstration() {
  return !process.env.DATABASE_URL || process.env.DEMO === '1'
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

function notReadable(file: string): Verdict {
  const code: Fault = 'notReadable'
  return { valid: false, file, reasons: [{ code, message: FAULTS[code] }], awaits: [], signatures: [], manifest: null }
}

function print(verdict: Verdict & { record?: RecordVerdict | null }) {
  // What only a portal asks and keeps is not said here.
  const { awaits, signatures, ...said } = verdict
  const shown = signatures.map(({ field, signer, serial, signedAt, checks }) => ({
    field,
    signer,
    serial,
    signedAt,
    checks,
  }))
  console.log(JSON.stringify({ ...said, signatures: shown }, null, 2))
  if (verdict.valid) return 0
  return isReadable(verdict) ? 1 : 2
}

function complain(sentence: string) {
  console.error(sentence)
  return 2
}

process.exitCode = await main()
