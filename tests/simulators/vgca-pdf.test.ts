import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { approvalPdf } from '@/lib/documents/approval-pdf'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { type PdfStyle, signPdf } from '@/lib/simulators/vgca/tool-pdf'
import { hasTool } from '@/lib/start/tools'
import { aChain, rsaKeys } from '../documents/a-chain'
import { aStatement } from '../documents/a-statement'

const chain = aChain('Chuỗi của công cụ')
const person = chain.signer({ keys: rsaKeys() })
const key = { key: person.key, certificate: person.certificate, issuers: person.intermediates }
const paper = await approvalPdf(aStatement())
const judge = (file: Uint8Array, startsWith: Uint8Array = paper) =>
  verifyPdf(file, { anchors: [chain.root], at: new Date('2026-11-27'), startsWith })

test.each<[string, PdfStyle]>([
  ['as usual', {}],
  ['with RSASSA-PSS', { pss: true }],
])('what the simulated tool returns (%s) begins with our paper and holds', async (_, style) => {
  const signed = signPdf(paper, key, style)
  const verdict = await judge(signed)
  expect(verdict.reasons).toEqual([])
  expect(verdict.signatures[0]?.signer).toBe('Nguyễn Thị Hồng Ánh')
})

test('a file over another paper, or one that is our paper itself, is not what was given out', async () => {
  const other = await approvalPdf(aStatement(3, { number: '12/PD-SGDĐT' }))
  expect((await judge(signPdf(other, key))).reasons.map(({ code }) => code)).toContain('preparedDiffers')
  expect((await judge(paper)).valid).toBe(false)
})

test.skipIf(!hasTool('pdfsig'))('pdfsig reads it as valid', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'portal-tool-')), 'signed.pdf')
  writeFileSync(file, signPdf(paper, key))
  expect(execFileSync('pdfsig', ['-nocert', file]).toString()).toContain('Signature is Valid')
})
