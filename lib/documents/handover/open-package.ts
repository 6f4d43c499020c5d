import { CATALOGUE_VERSION, type RecordData } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { documentFaults, wholeDocument } from '@/lib/domain/handover/judge-document'
import { PACKAGE_FAULTS, PACKAGE_MOST_BYTES } from '@/lib/domain/handover/package-faults'
import { isPdf } from '@/lib/domain/movements/decision-file'
import { type Manifest, readManifest } from '../manifest'
import { recordLeaf } from '../merkle'
import { readPdf } from '../pdf-signature/pdf-contents'
import type { Verdict } from '../pdf-signature/verdict'
import { type VerifyOptions, verifyPdf } from '../pdf-signature/verify'
import { UnreadableZip, unzip } from '../unzip'
import { type PackageFiles, sha256 } from './pack'
import { CHECKSUMS, FILES, type PackageContent, packageContent } from './package-content'
import { packageCv } from './package-cv'

/** A package that holds in every respect: what it says, and who signed it. */
export type OpenedPackage = { content: PackageContent; data: RecordData; verdict: Verdict; manifest: Manifest }
export type Opening = { faults: string[]; opened: OpenedPackage | null }

/** A decision of 5 MB and an approval of 20 MB, and the rest. */
const UNPACKED = { files: 12, bytes: 40 * 1024 * 1024 }
const RECORD_MOST_BYTES = 4 * 1024 * 1024

/** Opens a package as if a stranger had sent it. Every fault is a sentence; later checks need the earlier ones. Never throws. */
export async function openPackage(
  bytes: Uint8Array,
  trust: Omit<VerifyOptions, 'file'>,
  lists: Lists,
): Promise<Opening> {
  const files = unpacked(bytes)
  if (Array.isArray(files)) return refused(files)
  const content = read(files.record, lists)
  if (typeof content === 'string') return refused([content])
  const verdict = await verifyPdf(files.approval, { ...trust, file: FILES.approval })
  const manifest = verdict.valid ? await manifestIn(files.approval) : null
  const data = wholeDocument(content.record.data)
  const faults = [
    ...(['cv', 'decision', 'minutes'] as const).flatMap((key) =>
      isPdf(files[key]) ? [] : [PACKAGE_FAULTS.notPdf(FILES[key])],
    ),
    ...signatureFaults(content, verdict, manifest),
    ...((await saysTheSame(content, data, files.cv)) ? [] : [PACKAGE_FAULTS.cvDiffers()]),
  ]
  return faults.length > 0 || !manifest ? refused(faults) : { faults: [], opened: { content, data, verdict, manifest } }
}

const refused = (faults: string[]): Opening => ({ faults, opened: null })

/** The files by what they are, or why they are not all there as they were packed. */
function unpacked(bytes: Uint8Array): PackageFiles | string[] {
  if (bytes.length > PACKAGE_MOST_BYTES) return [PACKAGE_FAULTS.tooLarge()]
  try {
    const entries = new Map(unzip(bytes, UNPACKED).map((entry) => [entry.name, entry.bytes]))
    const names = [...Object.values(FILES), CHECKSUMS] as string[]
    const odd = [
      ...names.filter((name) => !entries.has(name)),
      ...[...entries.keys()].filter((n) => !names.includes(n)),
    ]
    if (odd.length > 0) return [PACKAGE_FAULTS.filesDiffer(odd.map(plainName).join(', '))]
    const faults = checksumFaults(entries)
    if (faults.length > 0) return faults
    const named = Object.entries(FILES).map(([key, name]) => [key, entries.get(name)])
    return Object.fromEntries(named) as PackageFiles
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error
    return [PACKAGE_FAULTS[error.why]()]
  }
}

/** A name from a stranger is told, and nothing with it. */
const plainName = (name: string) => name.replace(/[^\w.-]/g, '?').slice(0, 60)

function checksumFaults(entries: ReadonlyMap<string, Uint8Array>): string[] {
  const list = Buffer.from(entries.get(CHECKSUMS) ?? []).toString('utf8')
  const sums = new Map(
    list.split('\n').flatMap((line) => {
      const [, sum, name] = /^([0-9a-f]{64}) {2}([\w.-]{1,60})$/.exec(line) ?? []
      return sum && name ? [[name, sum] as const] : []
    }),
  )
  const names = Object.values(FILES)
  if (sums.size !== names.length || !names.every((name) => sums.has(name)))
    return [PACKAGE_FAULTS.checksumsUnreadable()]
  return names
    .filter((name) => sums.get(name) !== sha256(entries.get(name) ?? new Uint8Array()))
    .map((name) => PACKAGE_FAULTS.changed(name))
}

/** The content, or the sentence against it. */
function read(bytes: Uint8Array, lists: Lists): PackageContent | string {
  if (bytes.length > RECORD_MOST_BYTES) return PACKAGE_FAULTS.tooLarge()
  const content = parsed(bytes)
  if (content === null) return PACKAGE_FAULTS.recordUnreadable()
  if (content.record.form > CATALOGUE_VERSION) return PACKAGE_FAULTS.formNewer()
  const faults = documentFaults(content.record.data, lists)
  return faults.length > 0 ? PACKAGE_FAULTS.dataInvalid(faults.join('; ')) : content
}

function parsed(bytes: Uint8Array): PackageContent | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return packageContent.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

const manifestIn = async (pdf: Uint8Array) => {
  const [attached] = (await readPdf(pdf))?.manifests ?? []
  return attached ? readManifest(attached) : null
}

function signatureFaults({ record, paper }: PackageContent, verdict: Verdict, manifest: Manifest | null): string[] {
  if (!verdict.valid || !manifest)
    return [PACKAGE_FAULTS.signature(verdict.reasons.map(({ message }) => message.replace(/\.$/, '')).join('; '))]
  const leaf = recordLeaf(record)
  const line = manifest.records.find(({ id }) => id === record.recordId)
  const { name, title } = manifest.approver
  return [
    ...(line?.leaf === leaf && line.version === record.version ? [] : [PACKAGE_FAULTS.notSigned()]),
    ...(paper.approver.name === name && paper.approver.title === title ? [] : [PACKAGE_FAULTS.approverDiffers()]),
  ]
}

/** Printed again, the data give the very same paper. */
async function saysTheSame(content: PackageContent, data: RecordData, cv: Uint8Array): Promise<boolean> {
  return Buffer.compare(await packageCv(content, data), cv) === 0
}
