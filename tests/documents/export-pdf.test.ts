import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { merkleRoot } from '@/lib/documents/merkle'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { qrCode } from '@/lib/documents/qr-code'
import { hasTool } from '@/lib/start/tools'
import { aChain, type Signer } from './a-chain'
import { aManifest } from './a-manifest'
import { faultsOf, SIGNED_AT } from './a-signed-pdf'
import { anExport, anExportStatement, sealed, signedByPerson } from './an-export'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const chain = aChain('Chuỗi của văn bản')
const person = chain.signer({ name: 'Nguyễn Thị Hồng Ánh' })
const agency = chain.signer({ name: 'Sở Giáo dục và Đào tạo' })
const half = await signedByPerson(person)
const whole = await sealed(agency, half)
const printOf = ({ certificate }: Signer) => [readCertificate(certificate)!.fingerprint]
const fingerprints = { NguoiCoThamQuyen: printOf(person), CoQuan: printOf(agency) }

test('R78: signed by the competent person and then by the agency, both signatures hold and the first bytes are untouched', async () => {
  expect(await faultsOf(whole, [chain.root], { registered: fingerprints })).toEqual([])
  expect(Buffer.from(whole.subarray(0, half.length)).equals(Buffer.from(half))).toBe(true)
  const { signatures, manifest } = await verifyPdf(whole, { anchors: [chain.root], at: SIGNED_AT })
  expect(signatures.map(({ field }) => field)).toEqual(['NguoiCoThamQuyen', 'CoQuan'])
  expect(manifest).toMatchObject({ type: 'hscbcc.export/1', exportId: '01JD3Z7Q-export' })
})

test('R78: with the agency’s signature missing it is no document yet', async () => {
  expect(await faultsOf(half, [chain.root])).toEqual(['signatureCount'])
  expect(await faultsOf(half, [chain.root], { signatures: 1 })).toEqual([])
})

test('R78: exactly these two: the person’s certificate does not count for the agency, nor the other way round', async () => {
  const twice = await sealed(person, half)
  expect(await faultsOf(twice, [chain.root], { registered: fingerprints })).toContain('certificateNotRegistered')
  const swapped = { NguoiCoThamQuyen: printOf(agency), CoQuan: printOf(person) }
  expect(await faultsOf(whole, [chain.root], { registered: swapped })).toContain('certificateNotRegistered')
})

test('R78: what was added behind the second signature, and a changed byte under the first, are refused', async () => {
  const more = Buffer.concat([whole, Buffer.from('\n% thêm\n')])
  expect(await faultsOf(new Uint8Array(more), [chain.root])).not.toEqual([])
  const changed = Uint8Array.from(whole)
  changed[1_500] = (changed[1_500] ?? 0) ^ 1
  expect(await faultsOf(changed, [chain.root])).not.toEqual([])
})

test.runIf(hasTool('pdfsig'))('pdfsig and qpdf hold both signatures for good', () => {
  const file = join(folder, 'whole.pdf')
  writeFileSync(file, whole)
  const said = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout
  expect(said.match(/Signature is Valid/g)).toHaveLength(2)
  if (hasTool('qpdf')) execFileSync('qpdf', ['--check', file])
})

/** What the page shows, as text, its lines in order. */
const pageText = (bytes: Uint8Array, name: string) => {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
}

test.runIf(hasTool('pdftotext'))(
  'R78: “BẢN NHÁP” stands across it until the agency has signed; then its number and day',
  () => {
    const draft = pageText(half, 'half.pdf')
    expect(draft).not.toContain('01/DS-SGDĐT')
    const issued = pageText(whole, 'whole.pdf')
    expect(issued).toContain('Số: 01/DS-SGDĐT')
    expect(issued).toContain('ngày 27 tháng 11 năm 2026')
    expect(issued).toContain('KT. GIÁM ĐỐC')
    expect(issued).not.toContain('NHÁP')
  },
)

test.runIf(hasTool('pdftoppm'))(
  'the QR on the paper has the modules of its address, read off the rendered page',
  async () => {
    const url = 'https://hoso.dongthap.gov.vn/verify/3f0c9a527d1e4b8a9c330d5e6f708192'
    const { size, path } = qrCode(url)
    const statement = anExportStatement(1)
    const pdf = await sealed(
      agency,
      await signedByPerson(person, anExport({ statement, check: { url, code: 'x'.repeat(35) } })),
    )
    const file = join(folder, 'qr.pdf')
    writeFileSync(file, pdf)
    execFileSync('pdftoppm', ['-r', '300', '-gray', '-singlefile', file, join(folder, 'qr')])
    const read = greyImage(readFileSync(join(folder, 'qr.pgm')))
    const found = findCode(read, size)
    const dark = new Set([...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`))
    const wrong = found.filter(({ x, y, isDark }) => dark.has(`${x} ${y}`) !== isDark)
    expect(wrong).toEqual([])
  },
)

type Image = { width: number; height: number; at: (x: number, y: number) => number }

function greyImage(file: Buffer): Image {
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))!.map(Number) as [
    number,
    number,
    number,
  ]
  const pixels = file.subarray(file.length - width * height)
  return { width, height, at: (x, y) => pixels[y * width + x]! }
}

/** Finds the upper left finder by its 1:1:3:1:1 run of dark and light, and reads every module of the code. */
function findCode({ width, height, at }: Image, size: number) {
  const side = (62 / 72) * 300
  const module = side / size
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width / 2; x++) {
      const run = (from: number, modules: number) => {
        const row = Array.from({ length: Math.round(modules * module) }, (_, step) => at(Math.round(from + step), y))
        return row
      }
      const isAll = (values: number[], dark: boolean) => values.every((value) => value < 128 === dark)
      if (at(x, y) >= 128 || at(x - 1, y) < 128) continue
      // The upper edge of a finder: seven dark modules, light around.
      if (!isAll(run(x + 1, 6.6), true) || at(Math.round(x + 7.5 * module), y) < 128) continue
      if (
        at(x, Math.round(y + 3.5 * module)) >= 128 ||
        at(Math.round(x + 1.5 * module), Math.round(y + 1.5 * module)) < 128
      )
        continue
      const left = x - 4 * module
      const top = y - 4 * module
      return Array.from({ length: size * size }, (_, number) => {
        const [column, row] = [number % size, Math.floor(number / size)]
        const value = at(Math.round(left + (column + 0.5) * module), Math.round(top + (row + 0.5) * module))
        return { x: column, y: row, isDark: value < 128 }
      })
    }
  }
  throw new Error('No code on the page')
}

test('an export of several records carries their leaves, and one that contradicts itself is refused', async () => {
  const { records } = aManifest(3)
  const statement = anExportStatement(3, { root: merkleRoot(records.map(({ leaf }) => leaf).reverse()) })
  const pdf = await sealed(agency, await signedByPerson(person, anExport({ statement })))
  expect(await faultsOf(pdf, [chain.root])).toEqual(['manifestInconsistent'])
})
