import { type Der, inside, readOid } from './der-reader'
import { TAG } from './der-writer'

const SHORT: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '0.9.2342.19200300.100.1.1': 'UID',
  '1.2.840.113549.1.9.1': 'E',
}

const BMP_STRING = 0x1e

export type NamePart = { type: string; text: string }

/** The parts of a distinguished name, in their order. Throws DerError. */
export const readName = (name: Der | undefined): NamePart[] =>
  inside(name).flatMap((part) =>
    inside(part, TAG.set).map((pair) => {
      const [type, value] = inside(pair)
      return { type: readOid(type), text: value ? textOf(value) : '' }
    }),
  )

function textOf({ tag, content }: Der) {
  const encoding = tag === TAG.utf8String ? 'utf-8' : tag === BMP_STRING ? 'utf-16be' : 'latin1'
  return new TextDecoder(encoding).decode(content).normalize('NFC')
}

/** A name as one line, most general part first: `C=VN, O=…, CN=…`. */
export const nameText = (parts: NamePart[]) =>
  parts.map(({ type, text }) => `${SHORT[type] ?? type}=${text}`).join(', ')
