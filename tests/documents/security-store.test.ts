import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { readStore, type SecurityStore, writeStore } from '@/lib/documents/pdf-signature/security-store'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { hasTool } from '@/lib/start/tools'
import { aChain } from './a-chain'
import { prepare, SIGNED_AT, signWith } from './a-signed-pdf'
import { authorityOf, proofsOf, stamped } from './an-authority'
import { sealed, signedByPerson } from './an-export'

const [chain, foreign] = [aChain('Chuỗi có kho'), aChain('Chuỗi lạ')]
const [keys, foreignKeys] = [authorityOf(chain), authorityOf(foreign)]
const root = readCertificate(chain.root)!
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
let paper: Uint8Array
let store: SecurityStore
let kept: Uint8Array

const faults = async (pdf: Uint8Array) =>
  (await verifyPdf(pdf, { anchors: [chain.root], at: SIGNED_AT })).reasons.map(({ code }) => code)

beforeAll(async () => {
  paper = stamped(signWith(chain.signer(), await prepare()), keys)
  store = await proofsOf(paper, keys, root)
  kept = writeStore(paper, store)
})

test('a paper with its proofs begins with the signed bytes, holds, and gives the proofs back', async () => {
  expect(store.ocsps.length).toBeGreaterThan(0)
  expect(store.crls.length).toBeGreaterThan(0)
  expect(Buffer.from(kept.subarray(0, paper.length)).equals(paper)).toBe(true)
  const read = readStore(kept)!
  expect(Buffer.from(read.signed).equals(paper)).toBe(true)
  const plain = ({ certs, ocsps, crls }: SecurityStore) => [certs, ocsps, crls].map((list) => list.map(base64))
  expect(plain(read.store)).toEqual(plain(store))
  expect(readStore(paper)).toBeNull()
  expect(await faults(kept)).toEqual([])
})

test('a document that person and agency signed takes them, too', async () => {
  const both = await sealed(chain.signer(), await signedByPerson(chain.signer()))
  expect(await faults(writeStore(both, await proofsOf(both, keys, root)))).toEqual([])
})

describe('whatever else stands behind a signature is refused', () => {
  const foreignRoot = readCertificate(foreign.root)!
  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['another certificate', () => writeStore(paper, { ...store, certs: [...store.certs, foreignRoot.der] })],
    [
      'an answer of another authority',
      async () => {
        const other = stamped(signWith(foreign.signer(), await prepare()), foreignKeys)
        return writeStore(paper, { ...store, ocsps: (await proofsOf(other, foreignKeys, foreignRoot)).ocsps })
      },
    ],
    ['an answer that is none', () => writeStore(paper, { ...store, ocsps: [randomBytes(40)] })],
    ['a list that is none', () => writeStore(paper, { ...store, crls: [store.ocsps[0]!] })],
    ['a second store', () => writeStoreTwice()],
    ['a byte behind it', () => Buffer.concat([kept, Buffer.from('\n')])],
    ['a comment in it', () => replaced('/Type /DSS', '/Type /DSS %\n')],
    ['another catalog in it', () => replaced(/\/DSS (\d+) 0 R>>/, '/DSS $1 0 R /OpenAction 1 0 R>>')],
    ['a page in it', () => replaced('/Type /DSS', '/Type /Page')],
  ])('%s', async (_, make) => {
    expect(await faults(await make())).not.toEqual([])
  })

  const replaced = (what: string | RegExp, by: string) => {
    const tail = Buffer.from(kept.subarray(paper.length)).toString('latin1')
    return Buffer.concat([paper, Buffer.from(tail.replace(what, by), 'latin1')])
  }
  /** By hand: the writer refuses it. */
  function writeStoreTwice() {
    expect(() => writeStore(kept, store)).toThrow(RangeError)
    return Buffer.concat([kept, kept.subarray(paper.length)])
  }
})

test('no byte of the store may change', async () => {
  const tail = kept.length - paper.length
  for (let round = 0; round < 120; round++) {
    const file = Buffer.from(kept)
    const at = paper.length + Math.floor((round * tail) / 120)
    file[at] = (file[at] ?? 0) ^ (1 + (round % 255))
    expect(await faults(file), `byte ${at}`).not.toEqual([])
  }
})

test('parts that would break the file are not written', () => {
  const bad = Buffer.from('x endstream y')
  expect(() => writeStore(paper, { ...store, ocsps: [bad] })).toThrow(RangeError)
  expect(() => writeStore(paper, { certs: [], ocsps: [], crls: [] })).toThrow(RangeError)
  expect(() => writeStore(Buffer.from('no pdf'), store)).toThrow(RangeError)
})

describe('with the tools of others', () => {
  const file = () => {
    const path = join(mkdtempSync(join(tmpdir(), 'store-')), 'kept.pdf')
    writeFileSync(path, kept)
    return path
  }
  test.runIf(hasTool('qpdf'))('qpdf finds nothing wrong with it', () => {
    expect(execFileSync('qpdf', ['--check', file()], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
  })
  test.runIf(hasTool('pdfsig'))('pdfsig finds the signature valid', () => {
    expect(execFileSync('pdfsig', ['-nocert', file()], { encoding: 'utf8' })).toContain('Signature is Valid')
  })
})
