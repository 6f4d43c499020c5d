import { X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { approvalPdf } from '@/lib/documents/approval-pdf'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import type { VgcaFault } from '@/lib/simulators/vgca/vgca-faults'
import { startVgcaSimulator, type VgcaSimulator } from '@/lib/simulators/vgca/vgca-simulator'
import { aChain, rsaKeys, type Signer } from '../documents/a-chain'
import { aStatement } from '../documents/a-statement'
import { askSimulator } from './a-tool-client'

const chain = aChain('Chuỗi của công cụ')
const [own, other] = [chain.signer({ keys: rsaKeys() }), chain.signer({ name: 'Người khác' })]
const old = chain.signer({ notAfter: new Date('2026-01-01') })
const token = ({ key, certificate, intermediates }: Signer) => ({ key, certificate, issuers: intermediates })
const paper = await approvalPdf(aStatement())

let tool: VgcaSimulator
let portal: Server
let brought: Buffer[] = []

beforeAll(async () => {
  const tokens = { usual: token(own), wrong: token(other), expired: token(old) }
  tool = await startVgcaSimulator({ port: 0, tokens, holder: 'thử' })
  portal = createServer(async (request, response) => {
    if (request.method === 'GET') return response.end(paper)
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const headers = { 'content-type': request.headers['content-type'] ?? '' }
    const form = await new Response(Buffer.concat(parts), { headers }).formData()
    brought.push(Buffer.from(await (form.get('uploadfile') as File).arrayBuffer()))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ Status: 0, Message: '', FileName: 'da-ky.pdf', FileServer: '' }))
  })
  await new Promise<void>((ready) => portal.listen(0, '127.0.0.1', ready))
})
beforeEach(() => {
  brought = []
})
afterAll(async () => {
  await tool.close()
  portal.close()
})

async function sign(fault?: VgcaFault) {
  if (fault) tool.fail(fault)
  const address = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`
  const message = {
    FileUploadHandler: `${address}/upload?t=1`,
    FileName: `${address}/source?t=2`,
    SessionId: '',
    MetaData: [],
  }
  const answer = await askSimulator(tool.url, '/SignApproved', message)
  return answer === null ? null : (JSON.parse(answer) as { Status: number; Message: string })
}

const judge = (file: Uint8Array) =>
  verifyPdf(file, {
    ...{ anchors: [chain.root], at: new Date('2026-11-27'), startsWith: paper },
    registered: [new X509Certificate(own.certificate).fingerprint256],
  })
const faultsIn = async (file: Uint8Array) => (await judge(file)).reasons.map(({ code }) => code)

test('asked to sign, it fetches the paper, signs it and brings it back', async () => {
  expect(await sign()).toMatchObject({ Status: 0 })
  expect(brought).toHaveLength(1)
  expect(await faultsIn(brought[0]!)).toEqual([])
})

test('it tells whose token is in', async () => {
  expect(JSON.parse((await askSimulator(tool.url, '/GetCertInfo', {}))!)).toMatchObject({ Status: 0, CertInfo: 'thử' })
})

test.each<[VgcaFault, string]>([
  ['wrongCertificate', 'certificateNotRegistered'],
  ['expired', 'certificateExpired'],
  ['anotherFile', 'notReadable'],
  ['rewritesFile', 'preparedDiffers'],
  ['changesAfterSigning', 'contentAfterSignature'],
  ['detachedPkcs7', 'certificateNotBound'],
])('the gate refuses what comes of %s', async (fault, code) => {
  await sign(fault)
  expect(await faultsIn(brought[0]!)).toContain(code)
})

test('RSASSA-PSS is a signature like another', async () => {
  await sign('pss')
  expect(await faultsIn(brought[0]!)).toEqual([])
})

test('sent twice is brought twice; said done without a file, declined or cut brings none', async () => {
  await sign('sendsTwice')
  expect(brought).toHaveLength(2)
  brought = []
  expect(await sign('saysDoneWithoutFile')).toMatchObject({ Status: 0 })
  expect(await sign('userCancels')).toMatchObject({ Status: 5, Message: 'Người dùng hủy ký.' })
  expect(await sign('dropsLine')).toBeNull()
  expect(brought).toEqual([])
})
