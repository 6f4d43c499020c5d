import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'

/** A PDF of blank pages, as programs write it; `packed` puts its objects into streams, as Word does. */
export async function aPdf({ pages = 1, packed = true }: { pages?: number; packed?: boolean } = {}): Promise<Buffer> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1) document.addPage([200, 280]).drawText('Quyet dinh 412')
  return Buffer.from(await document.save({ useObjectStreams: packed }))
}

/** A PDF that says it is encrypted. */
export async function aLockedPdf(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage()
  const lock = document.context.obj({ Filter: 'Standard', V: 2, R: 3, P: -44, Length: 128 })
  document.context.trailerInfo.Encrypt = document.context.register(lock)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A PDF that runs a script when it is opened. */
export async function aPdfWithScript(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage()
  document.addJavaScript('chao', 'app.alert(1)')
  return Buffer.from(await document.save())
}

/** A PDF with another file inside. */
export async function aPdfWithFile(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage()
  await document.attach(Buffer.from('MZ'), 'chay.exe')
  return Buffer.from(await document.save())
}

/** A small PDF whose packed objects are megabytes of nothing; a name may be written with numbers for its letters. */
export async function aPdfBomb(): Promise<Buffer> {
  const pdf = await aPdf({ packed: false })
  const packed = deflateSync(Buffer.alloc(64_000_000, 0x20))
  const head = `9 0 obj\n<< /Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  const tables = pdf.lastIndexOf('xref\n0 ')
  return Buffer.concat([
    ...[pdf.subarray(0, tables), Buffer.from(head), packed],
    ...[Buffer.from('\nendstream\nendobj\n'), pdf.subarray(tables)],
  ])
}

const chunk = (name: string, content: Buffer) => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([frame.subarray(0, 4), body, sum])
}

/** A grey PNG; `words` stand in it as programs write them. */
export function aPng({ width = 40, height = 60, words = '', shade = 0x7f } = {}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const lines = deflateSync(
    Buffer.alloc((width + 1) * height, shade).map((byte, at) => (at % (width + 1) === 0 ? 0 : byte)),
  )
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(words === '' ? [] : [chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1'))]),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG of 40 × 60 made by a program; `exif` is put into it as a camera does. */
export function aJpeg({ turn = 0, place = '', after = '' } = {}): Buffer {
  const plain = Buffer.from(JPEG, 'base64')
  const notes = [
    ...(turn === 0 ? [] : [exif(turn, place)]),
    ...(place === '' ? [] : [segment(0xfe, Buffer.from(place, 'latin1'))]),
  ]
  return Buffer.concat([plain.subarray(0, 2), ...notes, plain.subarray(2), Buffer.from(after, 'latin1')])
}

function segment(marker: number, content: Buffer) {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** Two entries, in the order of Intel: the maker’s words and the turn. */
function exif(turn: number, place: string) {
  const words = Buffer.from(`${place}\0`, 'latin1')
  const tiff = Buffer.alloc(8 + 2 + 24 + 4)
  tiff.write('II', 0, 'latin1')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  tiff.writeUInt16LE(0x010f, 10)
  tiff.writeUInt16LE(2, 12)
  tiff.writeUInt32LE(words.length, 14)
  tiff.writeUInt32LE(tiff.length, 18)
  tiff.writeUInt16LE(0x0112, 22)
  tiff.writeUInt16LE(3, 24)
  tiff.writeUInt32LE(1, 26)
  tiff.writeUInt16LE(turn, 30)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, words]))
}

const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAA8ACgBASIA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQH/8QAGBABAQEBAQAAAAAAAAAAAAAAABNhARL/2gAIAQEAAD8A0mhQoUKJaaU0ppTSmpKFChQokppTSmlNKakoUKFCiWmlNKaU0pqShQoUKJvXT109dPXT11//2Q=='
