import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { isUnambiguous } from '@/lib/documents/pdf-signature/pdf-contents'
import type { Prepared } from '@/lib/documents/pdf-signature/prepare'
import { isReadable } from '@/lib/documents/pdf-signature/verdict'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { aChain, rsaKeys, type Signer } from './a-chain'
import { cmsIn, prepare, SIGNED_AT, signWith, withCms } from './a-signed-pdf'

// Hundreds of files are judged.
vi.setConfig({ testTimeout: 60_000 })

let signer: Signer
let prepared: Prepared
let signed: Uint8Array
beforeAll(async () => {
  signer = aChain('RSA', rsaKeys).signer({ keys: rsaKeys() })
  prepared = await prepare()
  signed = signWith(signer, prepared)
})

const judge = (pdf: Uint8Array) => verifyPdf(pdf, { anchors: [signer.root], at: SIGNED_AT })
/** A byte is changed by combining it with another that is not nought. */
const change = fc.integer({ min: 1, max: 255 })

test('one changed byte, anywhere, and the file is not valid', async () => {
  const anywhere = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  await fc.assert(
    fc.asyncProperty(anywhere, change, async (place, difference) => {
      const changed = Uint8Array.from(signed)
      changed[Math.floor(place * signed.length)]! ^= difference
      const verdict = await judge(changed)
      expect(verdict.valid).toBe(false)
      // Only without its first bytes is it no signed file any more.
      expect(isReadable(verdict) || place * signed.length < 8).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('one changed byte in the signature itself, and the file is not valid', async () => {
  const cms = cmsIn(signed, prepared.gap)
  await fc.assert(
    fc.asyncProperty(fc.nat(cms.length - 1), change, async (place, difference) => {
      const changed = Uint8Array.from(cms)
      changed[place]! ^= difference
      expect((await judge(withCms(signed, prepared.gap, changed))).valid).toBe(false)
    }),
    { numRuns: 150 },
  )
})

test('rubbish in the gap is answered, never thrown at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (rubbish) => {
      const verdict = await judge(withCms(signed, prepared.gap, rubbish))
      expect(verdict.reasons.map(({ code }) => code)).toEqual(['signatureUnreadable'])
    }),
  )
})

test('a file cut short anywhere is answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(signed.length - 1), async (length) => {
      expect((await judge(signed.subarray(0, length))).valid).toBe(false)
    }),
    { numRuns: 60 },
  )
})

const LENGTH = 2 * 1024 * 1024
test.each([
  '(',
  '<<',
  '<',
  '[',
  '%',
  '%\n',
  '\n',
  '9',
  '1 0 obj\n',
  '1 0 obj 1 endobj\n',
  'xref\n',
  'trailer\n',
  '/ByteRange [ ',
])('megabytes of %j take seconds at most', async (part) => {
  const text = `%PDF-1.7\n1 0 obj 1 endobj\n${part.repeat(LENGTH / part.length)}`
  const started = process.cpuUsage()
  expect((await judge(Buffer.from(text, 'latin1'))).valid).toBe(false)
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3)
})

const NESTED = '['.repeat(200_000)
test.each([
  ['nothing', ''],
  ['a word', 'xin chào'],
  ['a picture', '\x89PNG\r\n\x1a\n'],
  ['a head without a body', '%PDF-1.7\n'],
  ['a PDF that begins later', '\n%PDF-1.7\n'],
  ['lists in lists without end', `%PDF-1.7\n1 0 obj\n${NESTED}`],
  [
    'a catalogue that is its own field',
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog/AcroForm<</Fields[1 0 R]>>/Kids[1 0 R]/T(a)/FT/Sig/Parent 1 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF',
  ],
])('%s is not readable', async (_, text) => {
  const verdict = await judge(Buffer.from(text, 'latin1'))
  expect(verdict.reasons.map(({ code }) => code)).toEqual(['notReadable'])
  expect(isReadable(verdict)).toBe(false)
})

test.each(['ObjStm', 'Obj#53tm', 'XRef'])('%s: what hides objects is refused, and why', async (type) => {
  const text = `%PDF-1.7\n1 0 obj\n<</Type/${type}/N 1/First 4/Length 2>>stream\nxx\nendstream\nendobj\n%%EOF`
  const verdict = await judge(Buffer.from(text, 'latin1'))
  expect(verdict.reasons.map(({ code }) => code)).toEqual(['compressedObjects'])
  expect(isReadable(verdict)).toBe(false)
})

test('a file of more than 20 MB is not read', async () => {
  const large = Buffer.alloc(20 * 1024 * 1024 + 1)
  large.write('%PDF-1.7')
  const verdict = await judge(large)
  expect(verdict.reasons.map(({ code }) => code)).toEqual(['tooLarge'])
  expect(isReadable(verdict)).toBe(false)
})

test('an attachment that swells is not unpacked without end', async () => {
  const { deflateSync } = await import('node:zlib')
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024)).toString('latin1')
  const text = aPlainPdf([
    '<</Type/Catalog/Names<</EmbeddedFiles<</Names[(manifest.json) 2 0 R]>>>>>>',
    '<</Type/Filespec/F(manifest.json)/EF<</F 3 0 R>>>>',
    `<</Filter/FlateDecode/Length ${bomb.length}>>\nstream\n${bomb}\nendstream`,
  ])
  const { reasons } = await judge(Buffer.from(text, 'latin1'))
  expect(reasons.map(({ code }) => code)).toEqual(['signatureMissing', 'manifestUnreadable'])
})

test('a table that names another object than stands there is seen: two programs would read two files', () => {
  const sound = aPlainPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>', '<</Type/Other>>'])
  const agrees = (text: string) => isUnambiguous(Buffer.from(text, 'latin1'))
  expect(agrees(sound)).toBe(true)
  expect(isUnambiguous(signed)).toBe(true)
  const entries = sound.match(/\d{10} 00000 n \n/g)!
  expect(agrees(sound.replace(entries[2]!, entries[1]!))).toBe(false)
  expect(agrees(sound.replace(entries[2]!, entries[2]!.replace('n', 'f')))).toBe(false)
  // An object that no table names.
  const [before, after] = sound.split('xref\n0 4')
  const start = `startxref\n${before!.length + '4 0 obj\n<<>>\nendobj\n'.length}`
  const more = `${before}4 0 obj\n<<>>\nendobj\nxref\n0 4${after!.replace(/startxref\n\d+/, start)}`
  expect(agrees(more)).toBe(false)
  expect(agrees(more.replace('4 0 obj\n<<>>\nendobj\n', `${'%'.padEnd(19)}\n`))).toBe(true)
})

/** A file of these objects, numbered from 1, the first its catalogue. */
function aPlainPdf(objects: string[]): string {
  let text = '%PDF-1.7\n'
  const entries = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`
  return `${text}${table}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${text.length}\n%%EOF\n`
}
