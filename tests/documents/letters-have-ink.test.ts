import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { embedFaces, type FaceName } from '@/lib/documents/print/faces'
import { newSheet, PAGE, textLine } from '@/lib/documents/print/sheet'
import { hasTool } from '@/lib/start/tools'

// A font that was cut down badly shows blanks where `pdftotext` still reads letters: only the picture tells.

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const VOWELS = [...'aăâeêioôơuưy'].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')))
const SMALL = [...VOWELS, ...'bcdđfghjklmnpqrstvwxz']
const LETTERS = [...SMALL, ...SMALL.map((letter) => letter.toLocaleUpperCase('vi')), ...'0123456789/-:.,();']

const CELL = 24
const COLUMNS = 20
const FACES: FaceName[] = ['regular', 'bold', 'italic']

describe.skipIf(!hasTool('pdftoppm'))('each letter of the language, in each face', () => {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'))

  test.each(FACES)('%s: as much ink as with the whole font', async (name) => {
    const [cut, whole] = [await inked(name, true), await inked(name, false)]
    expect(LETTERS.filter((_, index) => cut[index] === 0)).toEqual([])
    expect(cut).toEqual(whole)
  })

  test('a letter that is not there would be noticed', async () => {
    const cells = await inked('regular', true, (letter) => (letter === 'ễ' ? ' ' : letter))
    expect(LETTERS.filter((_, index) => cells[index] === 0)).toEqual(['ễ'])
  })

  /** Dark pixels per letter. */
  async function inked(name: FaceName, subset: boolean, shown = (letter: string) => letter) {
    const document = await PDFDocument.create({ updateMetadata: false })
    const sheet = newSheet(document)
    const face = (await embedFaces(document, [name], { subset }))[name]
    for (const [index, letter] of LETTERS.entries()) {
      const { x, top } = cellOf(index)
      textLine(sheet.page, shown(letter), { face, size: 14, align: 'centre' }, { x, width: CELL }, top - 4)
    }
    const path = join(folder, 'letters')
    writeFileSync(`${path}.pdf`, await document.save({ useObjectStreams: false }))
    execFileSync('pdftoppm', ['-r', '72', '-gray', '-singlefile', `${path}.pdf`, path])
    return LETTERS.map((_, index) => darkPixels(readFileSync(`${path}.pgm`), cellOf(index)))
  }
})

const cellOf = (index: number) => ({
  x: 40 + (index % COLUMNS) * CELL,
  top: 800 - Math.floor(index / COLUMNS) * CELL,
})

/** Counts in a PGM of one byte per point, whose first row is the top of the page. */
function darkPixels(picture: Buffer, { x, top }: { x: number; top: number }) {
  const [, width = '0', , start = 0] = headOf(picture)
  const firstRow = Math.round(PAGE.height - top)
  let dark = 0
  for (let row = firstRow; row < firstRow + CELL; row++) {
    for (let column = x; column < x + CELL; column++) {
      if (picture[Number(start) + row * Number(width) + column]! < 128) dark++
    }
  }
  return dark
}

function headOf(picture: Buffer) {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'))!
  return [head[0], head[1], head[2], head[0].length] as const
}
