import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fontkit from 'fontkit'
import { type PDFDocument, type PDFFont, PDFHexString } from 'pdf-lib'

/** Tinos: same widths as Times New Roman, which Nghị định 30/2020 asks for, with every Vietnamese letter. */
const FILES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
} as const

export type FaceName = keyof typeof FILES

/** A font in a document, with what setting text in it needs. Text is expected in NFC: one letter, one glyph. */
export type Face = {
  name: FaceName
  font: PDFFont
  /** In points. */
  width(text: string, size: number): number
  encode(text: string): PDFHexString
}

/** Embeds the wanted faces, each cut down to the letters that are used. `subset: false` keeps them whole, for comparison. */
export async function embedFaces<Name extends FaceName>(document: PDFDocument, names: Name[], { subset = true } = {}) {
  document.registerFontkit({ create: opened })
  const faces = await Promise.all(
    names.map(async (name) => [name, face(name, await document.embedFont(fontBytes(name), { subset }))] as const),
  )
  return Object.fromEntries(faces) as Record<Name, Face>
}

const read = new Map<FaceName, Uint8Array>()
const openFonts = new WeakMap<Uint8Array, fontkit.Font>()

/** Reading a font takes longer than setting a document in it, and leaves it as it was: every document shares the same one. */
function opened(bytes: Uint8Array): fontkit.Font {
  const before = openFonts.get(bytes)
  if (before) return before
  const font = fontkit.create(bytes)
  // Each glyph is made for its letter, once. Left to chance, one first met as a part of another (E in É) would have none to be copied as.
  for (const letter of font.characterSet) font.glyphForCodePoint(letter)
  openFonts.set(bytes, font)
  return font
}

function fontBytes(name: FaceName) {
  const known = read.get(name)
  if (known) return known
  const bytes = readFileSync(join(process.cwd(), 'node_modules/@expo-google-fonts/tinos', FILES[name]))
  read.set(name, bytes)
  return bytes
}

const widthsOf: Record<FaceName, Map<string, number>> = { regular: new Map(), bold: new Map(), italic: new Map() }

/**
 * Letters are measured once each, and encoded once in a document: laying out every cell of a list of 2,000 people anew
 * would take seconds.
 */
function face(name: FaceName, font: PDFFont): Face {
  const widths = widthsOf[name]
  const codes = new Map<string, string>()
  return {
    name,
    font,
    width: (text, size) => {
      let total = 0
      for (const letter of text) total += remembered(widths, letter, () => font.widthOfTextAtSize(letter, 1000))
      return (total * size) / 1000
    },
    encode: (text) => {
      let hex = ''
      for (const letter of text) hex += remembered(codes, letter, () => font.encodeText(letter).asString())
      return PDFHexString.of(hex)
    },
  }
}

function remembered<T>(known: Map<string, T>, letter: string, work: () => T): T {
  const before = known.get(letter)
  if (before !== undefined) return before
  const now = work()
  known.set(letter, now)
  return now
}
