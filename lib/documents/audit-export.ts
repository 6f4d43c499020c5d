import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '@/lib/domain/canonical'
import { faultOf, type Seal, type SealedEvent } from './audit-chain'
import { fingerprintOf, publicText } from './audit-key'

/** What the installation signs: what the file holds, and where the whole chain stood then. */
export type ExportStatement = {
  format: typeof FORMAT
  exportedAt: string
  exportedBy: string
  seals: number
  events: number
  lastSeal: { id: string; hash: string }
  /** The newest seal of the log at that moment. */
  chainHead: { id: string; hash: string }
  /** SHA-256 of every byte before the line of this statement. */
  sha256: string
}

const FORMAT = 'dong-thap-audit-1'

/** Sealed spans of the log as lines of JSON: each seal after its events, the signed statement last. */
export async function* auditExport(
  spans: AsyncIterable<{ seal: Seal; events: readonly SealedEvent[] }>,
  about: { key: KeyObject; exportedAt: Date; exportedBy: string; chainHead: { id: bigint; hash: string } },
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const counts = { seals: 0, events: 0 }
  let last: Seal | null = null
  for await (const { seal, events } of spans) {
    const lines = [...events.map((event) => lineOf({ event: plainEvent(event) })), lineOf({ seal: plainSeal(seal) })]
    const text = lines.join('')
    hash.update(text)
    counts.seals += 1
    counts.events += events.length
    last = seal
    yield text
  }
  if (!last) return
  const statement: ExportStatement = {
    format: FORMAT,
    exportedAt: about.exportedAt.toISOString(),
    exportedBy: about.exportedBy,
    ...counts,
    lastSeal: { id: String(last.id), hash: last.hash },
    chainHead: { id: String(about.chainHead.id), hash: about.chainHead.hash },
    sha256: hash.digest('hex'),
  }
  const signature = sign(null, Buffer.from(canonical(statement)), about.key).toString('base64')
  yield lineOf({ statement, signature, publicKey: publicText(about.key) })
}

export type ExportVerdict = {
  statement: ExportStatement | null
  /** Whose signature it is; to be compared with the one the installation gave out. */
  fingerprint: string | null
  /** The first thing that is wrong, in Vietnamese; null when everything holds. */
  fault: string | null
}

/** Judges an export line by line, without the installation: every seal recomputed, every link, the signature last. */
export async function checkAuditExport(lines: AsyncIterable<string>): Promise<ExportVerdict> {
  const hash = createHash('sha256')
  const counts = { seals: 0, events: 0 }
  let open: SealedEvent[] = []
  let before: Seal | null = null
  let number = 0
  const wrong = (fault: string): ExportVerdict => ({ statement: null, fingerprint: null, fault })
  for await (const text of lines) {
    number += 1
    const line = readLine(text)
    if (!line) return wrong(`dòng ${number} không đọc được`)
    if ('statement' in line) return judge(line, { ...counts, before, open: open.length, sha256: hash.digest('hex') })
    hash.update(`${text}\n`)
    if ('event' in line) {
      open.push(line.event)
      continue
    }
    // The chain may be taken from its middle: the first seal is judged by its own words for the one before.
    const fault = faultOf(line.seal, before ?? asIfBefore(line.seal), open)
    if (fault) return wrong(`niêm phong số ${line.seal.id}: ${fault}`)
    counts.seals += 1
    counts.events += open.length
    before = line.seal
    open = []
  }
  return wrong('thiếu dòng cuối có chữ ký')
}

type Judged = { seals: number; events: number; before: Seal | null; open: number; sha256: string }

function judge(line: z.output<typeof Last>, seen: Judged): ExportVerdict {
  const { statement, signature, publicKey } = line
  const told = { statement, fingerprint: fingerprintOf(publicKey) }
  const holds = verify(null, Buffer.from(canonical(statement)), keyFrom(publicKey), Buffer.from(signature, 'base64'))
  if (!holds) return { ...told, fault: 'chữ ký không khớp' }
  const { lastSeal, chainHead } = statement
  const same =
    seen.open === 0 &&
    statement.sha256 === seen.sha256 &&
    statement.seals === seen.seals &&
    statement.events === seen.events &&
    lastSeal.id === String(seen.before?.id) &&
    lastSeal.hash === seen.before?.hash &&
    (chainHead.id !== lastSeal.id || chainHead.hash === lastSeal.hash)
  return { ...told, fault: same ? null : 'nội dung tệp không khớp với bản kê đã ký' }
}

const keyFrom = (text: string) => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
const asIfBefore = ({ id, fromTx, previousHash }: Seal): Seal => ({
  ...{ id: id - 1n, fromTx: 0n, untilTx: fromTx, count: 0 },
  ...{ previousHash: '', hash: previousHash },
})

const lineOf = (value: unknown) => `${canonical(value)}\n`
const plainEvent = ({ id, at, ...event }: SealedEvent) => ({ ...event, id: String(id), at: at.toISOString() })
const plainSeal = ({ id, fromTx, untilTx, count, previousHash, hash }: Seal) => ({
  ...{ id: String(id), fromTx: String(fromTx), untilTx: String(untilTx), count, previousHash, hash },
})

const text = z.string().nullable()
const whole = z.string().regex(/^\d+$/).transform(BigInt)
const EventLine = z.object({
  event: z.object({
    ...{ id: whole, at: z.iso.datetime().transform((at) => new Date(at)), action: z.string(), actorId: text },
    ...{ actorName: z.string(), subjectType: text, subjectId: text, subjectName: text, unitPath: text },
    ...{ detail: z.unknown(), address: text, sessionId: text },
  }),
})
const SealLine = z.object({
  seal: z.object({
    ...{ id: whole, fromTx: whole, untilTx: whole, count: z.int(), previousHash: z.string(), hash: z.string() },
  }),
})
const Point = z.object({ id: z.string(), hash: z.string() })
const Last = z.object({
  statement: z.strictObject({
    ...{ format: z.literal(FORMAT), exportedAt: z.string(), exportedBy: z.string(), seals: z.int(), events: z.int() },
    ...{ lastSeal: Point, chainHead: Point, sha256: z.string() },
  }),
  signature: z.string(),
  publicKey: z.base64(),
})
const Line = z.union([EventLine, SealLine, Last])

function readLine(text: string): z.output<typeof Line> | null {
  try {
    return Line.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
