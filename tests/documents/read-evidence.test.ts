import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readEvidence } from '@/lib/documents/evidence/read-evidence'
import { MOST_EVIDENCE_BYTES, UnfitEvidence } from '@/lib/domain/evidence/evidence-fault'
import { aJpeg, aLockedPdf, aPdf, aPdfBomb, aPdfWithFile, aPdfWithScript, aPng } from '../support/a-paper'

const faultOf = (bytes: Uint8Array, name: string) =>
  readEvidence(bytes, name).then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof UnfitEvidence)) throw error
      return error.fault
    },
  )

describe('what is whole is taken', () => {
  test('a PDF to the byte, with its pages', async () => {
    for (const packed of [true, false]) {
      const pdf = await aPdf({ pages: 3, packed })
      expect(await readEvidence(pdf, 'QĐ 412.PDF')).toEqual({ kind: 'pdf', bytes: pdf, pages: 3, size: null })
    }
  })

  test('a JPEG without what the camera wrote, the right way up', async () => {
    const place = 'GPS 10.4938 N 105.6882 E'
    const read = await readEvidence(aJpeg({ turn: 6, place, after: `MotionPhoto ${place}` }), 'anh.jpeg')
    expect(Buffer.from(read.bytes).includes(place)).toBe(false)
    expect(read.size).toEqual({ width: 60, height: 40 })
    // What is kept can be read again, and says the same.
    const again = await readEvidence(read.bytes, 'anh.jpg')
    expect(Buffer.from(again.bytes).equals(Buffer.from(read.bytes))).toBe(true)
    expect(again.size).toEqual(read.size)
  })

  test('a JPEG that says nothing stays as it is', async () => {
    expect(Buffer.from((await readEvidence(aJpeg(), 'anh.jpg')).bytes).equals(aJpeg())).toBe(true)
  })

  test('a PNG without its words', async () => {
    const read = await readEvidence(aPng({ words: 'may anh cua Linh' }), 'anh.png')
    expect(Buffer.from(read.bytes).equals(aPng())).toBe(true)
    expect(read.size).toEqual({ width: 40, height: 60 })
  })
})

describe('what is not is refused, each for its reason', () => {
  test('nothing, too much, something else', async () => {
    expect(await faultOf(new Uint8Array(), 'a.pdf')).toBe('evidenceEmpty')
    expect(await faultOf(Buffer.alloc(MOST_EVIDENCE_BYTES + 1, '%PDF-'), 'a.pdf')).toBe('evidenceTooLarge')
    expect(await faultOf(Buffer.from('MZ\u0090 a program'), 'a.pdf')).toBe('evidenceKindUnknown')
    expect(await faultOf(Buffer.from('<html><script>'), 'a.png')).toBe('evidenceKindUnknown')
  })

  test('a picture named .pdf, a PDF named .jpg, a file without an ending', async () => {
    expect(await faultOf(aPng(), 'bang.pdf')).toBe('evidenceMisnamed')
    expect(await faultOf(await aPdf(), 'bang.jpg')).toBe('evidenceMisnamed')
    expect(await faultOf(aJpeg(), 'bang')).toBe('evidenceMisnamed')
  })

  test('wherever a file is cut off', async () => {
    const pdf = await aPdf({ pages: 2 })
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const cut = (whole: Buffer) => whole.subarray(0, Math.max(9, Math.floor(whole.length * part)))
      expect(await faultOf(cut(pdf), 'a.pdf')).toBe('evidenceTruncated')
      expect(await faultOf(cut(aPng()), 'a.png')).toBe('evidenceTruncated')
      expect(await faultOf(cut(aJpeg()), 'a.jpg')).toBe('evidenceTruncated')
    }
  })

  test('a changed picture, a picture without a picture', async () => {
    const png = aPng()
    png[png.length - 20] = (png[png.length - 20] ?? 0) ^ 1
    expect(await faultOf(png, 'a.png')).toBe('evidenceDamaged')
    expect(await faultOf(Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'a.jpg')).toBe('evidenceDamaged')
    expect(await faultOf(aPng({ width: 0 }), 'a.png')).toBe('evidenceDamaged')
  })

  test('a picture that would fill the memory of who looks at it', async () => {
    const png = aPng({ width: 1, height: 1 })
    const huge = aPng({ width: 60_000, height: 1 })
    // Only its head claims so many lines.
    const claimed = Buffer.concat([png.subarray(0, 8), headOf(60_000, 60_000), huge.subarray(33)])
    expect(await faultOf(claimed, 'a.png')).toBe('evidencePictureTooLarge')
  })

  test('a PDF with a password, with a script, with a file inside', async () => {
    expect(await faultOf(await aLockedPdf(), 'a.pdf')).toBe('evidencePassword')
    expect(await faultOf(await aPdfWithScript(), 'a.pdf')).toBe('evidenceScript')
    expect(await faultOf(await aPdfWithFile(), 'a.pdf')).toBe('evidenceInside')
  })

  test('a PDF that grows when it is opened, however it spells that', async () => {
    const bomb = await aPdfBomb()
    expect(bomb.length).toBeLessThan(200_000)
    expect(await faultOf(bomb, 'a.pdf')).toBe('evidenceDamaged')
  })
})

/** The head of a PNG that claims this size. */
function headOf(width: number, height: number) {
  const head = aPng({ width: 1, height: 1 }).subarray(8, 33)
  const made = Buffer.from(head)
  made.writeUInt32BE(width, 8)
  made.writeUInt32BE(height, 12)
  made.writeUInt32BE(crc32(made.subarray(4, 21)), 21)
  return made
}
