import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { exportPdf } from '@/lib/documents/official/export-pdf'
import { numberedPaper } from '@/lib/documents/official/numbered-paper'
import { fitPicture, MOST_PICTURE_BYTES } from '@/lib/documents/pdf-signature/picture'
import { prepareSignature } from '@/lib/documents/pdf-signature/prepare'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { AGENCY_FIELD } from '@/lib/documents/signature-field'
import { hasTool } from '@/lib/start/tools'
import { aPng, aSeal, aSignature, pngOf } from '../support/a-png'
import { aChain } from './a-chain'
import { SIGNED_AT, signWith } from './a-signed-pdf'
import { anExport } from './an-export'

const chain = aChain('Chuỗi có hình')

/** Signed and sealed with their pictures. */
async function pictured() {
  const toSign = { reason: 'Ký', at: SIGNED_AT, signerName: 'Nguyễn Thị Hồng Ánh' }
  const first = await prepareSignature(await exportPdf(anExport()), {
    ...toSign,
    picture: await fitPicture(aSignature()),
  })
  const late = { number: 'Số: 01/DS-SGDĐT', day: 'Đồng Tháp, ngày 27 tháng 11 năm 2026' }
  const paper = await numberedPaper(await signWith(chain.signer(), first), late)
  const seal = { reason: 'Phát hành', at: SIGNED_AT, signerName: 'Sở Giáo dục và Đào tạo', field: AGENCY_FIELD }
  return signWith(chain.signer(), await prepareSignature(paper, { ...seal, picture: await fitPicture(aSeal()) }))
}

test('signature and seal stand as pictures (Nghị định 30/2020, Phụ lục I); both signatures hold', async () => {
  const pdf = await pictured()
  expect((await verifyPdf(pdf, { anchors: [chain.root], at: SIGNED_AT })).reasons).toEqual([])
  const file = join(mkdtempSync(join(tmpdir(), 'picture-')), 'both.pdf')
  writeFileSync(file, pdf)
  if (hasTool('qpdf')) execFileSync('qpdf', ['--check', file])
  if (hasTool('pdftotext')) {
    const words = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
    expect(words).not.toContain('Thời gian ký')
    expect(words).toContain('Nguyễn Thị Hồng Ánh')
  }
})

test('only the picture is kept of a file: what is written into it beside goes', async () => {
  const fit = Buffer.from((await fitPicture(aSignature()))!)
  expect(fit.includes('tEXt')).toBe(false)
  expect(fit.includes('Author')).toBe(false)
})

test.each<[string, () => Buffer]>([
  ['no picture', () => Buffer.from('%PDF-1.7')],
  ['a JPEG', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ['one that breaks off', () => aSignature().subarray(0, 300)],
  ['one that was changed', () => aSignature().fill(7, 120, 125)],
  ['one too wide', () => aPng(1_601, 2, () => [0, 0, 0, 255])],
  ['one too heavy', () => Buffer.concat([aSignature(), Buffer.alloc(MOST_PICTURE_BYTES)])],
  ['one of no size', () => pngOf(0, 10, deflateSync(Buffer.alloc(10)))],
  ['one whose points are packed a thousandfold', () => pngOf(10, 10, deflateSync(Buffer.alloc(50_000_000)))],
  ['one whose points are no points', () => pngOf(10, 10, randomBytes(200))],
])('%s is not taken', async (_, make) => {
  expect(await fitPicture(make())).toBeNull()
})
