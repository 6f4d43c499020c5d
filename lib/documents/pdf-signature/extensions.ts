import { type Der, expectTag, inside, readAll, readOid, readOne } from './der-reader'
import { TAG } from './der-writer'
import { OID } from './oids'

export type Extensions = {
  isAuthority: boolean
  /** How many authorities may stand below this one; null for any number. */
  pathLength: number | null
  keyUsage: KeyUsage[]
  /** What it may be used for, and nothing else; null where it does not say. */
  extendedKeyUsage: string[] | null
  /** Where its issuer says whether it was revoked: responders, then lists. */
  ocspUrls: string[]
  crlUrls: string[]
  /** True when it demands, as critical, something this program does not know. */
  hasUnknownCritical: boolean
}

export type KeyUsage = 'digitalSignature' | 'nonRepudiation' | 'keyCertSign' | 'cRLSign' | 'other'

const USAGES: KeyUsage[] = ['digitalSignature', 'nonRepudiation', 'other', 'other', 'other', 'keyCertSign', 'cRLSign']
const KNOWN: string[] = [OID.keyUsage, OID.basicConstraints, OID.extendedKeyUsage]

/** Reads the extensions of a certificate. Throws DerError. */
export function readExtensions(list: Der[]): Extensions {
  const extensions = list.map(readExtension)
  const read = (type: string) => extensions.find((extension) => extension.type === type)?.value
  const constraints = readConstraints(read(OID.basicConstraints))
  return {
    ...constraints,
    keyUsage: readKeyUsage(read(OID.keyUsage)),
    extendedKeyUsage: readPurposes(read(OID.extendedKeyUsage)),
    ocspUrls: readResponders(read(OID.authorityInformationAccess)),
    crlUrls: readLists(read(OID.crlDistributionPoints)),
    hasUnknownCritical: extensions.some(({ type, critical }) => critical && !KNOWN.includes(type)),
  }
}

function readExtension(extension: Der) {
  const [type, ...rest] = inside(extension)
  const critical = rest[0]?.tag === TAG.boolean && rest[0].content[0] !== 0
  return { type: readOid(type), critical, value: readOne(expectTag(rest.at(-1), TAG.octetString).content) }
}

function readConstraints(value: Der | undefined) {
  const parts = value ? inside(value) : []
  const isAuthority = parts[0]?.tag === TAG.boolean && parts[0].content[0] === 0xff
  const length = parts.find(({ tag }) => tag === TAG.integer)
  return { isAuthority, pathLength: length ? Number(`0x${Buffer.from(length.content).toString('hex')}`) : null }
}

function readKeyUsage(value: Der | undefined): KeyUsage[] {
  if (!value) return []
  // The first octet counts the unused bits; the bits themselves begin at the left.
  const bits = expectTag(value, TAG.bitString).content[1] ?? 0
  return USAGES.filter((_, index) => (bits & (0x80 >> index)) !== 0)
}

const readPurposes = (value: Der | undefined) => (value ? inside(value).map((purpose) => readOid(purpose)) : null)

function readResponders(value: Der | undefined): string[] {
  if (!value) return []
  return inside(value).flatMap((access) => {
    const [method, place] = inside(access)
    return readOid(method) === OID.ocspAccess ? address(place) : []
  })
}

function readLists(value: Der | undefined): string[] {
  if (!value) return []
  const names = inside(value).flatMap((point) => inside(point).filter(({ tag }) => tag === 0xa0))
  const full = names.flatMap((name) => readAll(name.content).filter(({ tag }) => tag === 0xa0))
  return full.flatMap((name) => readAll(name.content)).flatMap(address)
}

/** A GeneralName that is an address of the web; others, such as directories, are not asked. */
function address(name: Der | undefined): string[] {
  const text = name?.tag === 0x86 ? Buffer.from(name.content).toString('latin1') : ''
  return /^https?:\/\//i.test(text) ? [text] : []
}
