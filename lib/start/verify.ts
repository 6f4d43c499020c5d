/** npm run --silent verify -- file.pdf [--anchors folder] [--at time]: judges a signed approval without database or server. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readAnchors } from '../documents/pdf-signature/anchors'
import { FAULTS, type Fault } from '../documents/pdf-signature/faults'
import { isReadable, type Verdict } from '../documents/pdf-signature/verdict'
import { verifyPdf } from '../documents/pdf-signature/verify'

const USAGE = 'Cách dùng: npm run --silent verify -- tep.pdf [--anchors thu-muc] [--at 2026-11-30T10:00:00+07:00]'

/** Exit code: 0 valid, 1 not valid, 2 not readable. */
async function main() {
  const { file, anchors, at } = readArguments()
  if (file === undefined || Number.isNaN(at.getTime())) return complain(USAGE)
  const bytes = attempt(() => readFileSync(file))
  if (!bytes) return print(notReadable(file))
  const trusted = attempt(() => readAnchors(anchors))
  if (!trusted) return complain(`Không đọc được thư mục chứng thư gốc: ${anchors}`)
  return print(await verifyPdf(bytes, { file, anchors: trusted, at, demonstration: isDemonstration() }))
}

function readArguments() {
  const options = { anchors: { type: 'string', default: 'data/anchors' }, at: { type: 'string' } } as const
  const parsed = attempt(() => parseArgs({ options, allowPositionals: true }))
  const [file, ...more] = parsed?.positionals ?? []
  const at = parsed?.values.at
  return {
    file: more.length === 0 ? file : undefined,
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
  return { valid: false, file, reasons: [{ code, message: FAULTS[code] }], signatures: [], manifest: null }
}

function print(verdict: Verdict) {
  console.log(JSON.stringify(verdict, null, 2))
  if (verdict.valid) return 0
  return isReadable(verdict) ? 1 : 2
}

function complain(sentence: string) {
  console.error(sentence)
  return 2
}

process.exitCode = await main()
