import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { lookUpInCrl } from '@/lib/documents/pdf-signature/crl'
import { ocspRequest, readOcspAnswer } from '@/lib/documents/pdf-signature/ocsp'
import type { RevocationSource } from '@/lib/documents/pdf-signature/revocation'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { answerRevocation } from '@/lib/simulators/authority/revocation-desk'
import { pem } from '@/lib/start/demo-keys'
import { issueCrl } from '@/lib/start/issue-crl'
import { hasTool } from '@/lib/start/tools'
import { aChain } from './a-chain'
import { prepare, SIGNED_AT, signWith } from './a-signed-pdf'
import { askDirectly, authorityOf, serialOf, stamped } from './an-authority'

const places = { ocsp: 'http://ocsp.example/', crl: 'http://crl.example/sub.crl' }
const chain = aChain('Chuỗi có tra cứu')
const signer = chain.signer({ places })
const keys = authorityOf(chain)
const certificate = readCertificate(signer.certificate)!
const issuer = readCertificate(signer.intermediates[0]!)!
const question = { certificate, issuer, at: SIGNED_AT }
const hour = (hours: number) => new Date(SIGNED_AT.getTime() + hours * 3600_000)

let signed: Uint8Array
beforeAll(async () => {
  signed = signWith(signer, await prepare())
})

const judge = (pdf: Uint8Array, revocation: RevocationSource) =>
  verifyPdf(pdf, { anchors: [chain.root], at: SIGNED_AT, revocation })
const revocationOf = async (pdf: Uint8Array, source: RevocationSource) =>
  (await judge(pdf, source)).signatures[0]?.checks.find(({ code }) => code === 'revocation')

test('a certificate names where to ask', () => {
  expect(certificate).toMatchObject({ ocspUrls: [places.ocsp], crlUrls: [places.crl] })
})

describe('the verdict', () => {
  test('good: by a responder for the signer, by a list for the authority above', async () => {
    const verdict = await judge(signed, askDirectly(keys))
    expect(verdict).toMatchObject({ valid: true, awaits: [] })
    expect(verdict.signatures[0]?.evidence).toHaveLength(2)
    expect(await revocationOf(signed, askDirectly(keys))).toMatchObject({ ok: true, detail: /OCSP và CRL/ })
  })

  test('revoked: refused', async () => {
    const source = askDirectly(keys, new Map([[serialOf(signer), hour(-1)]]))
    const verdict = await judge(signed, source)
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['certificateRevoked'])
  })

  test('revoked after the time that is proven: what was signed before stands', async () => {
    const source = askDirectly(keys, new Map([[serialOf(signer), hour(1)]]), hour(2))
    const at = hour(2)
    const judged = (pdf: Uint8Array) => verifyPdf(pdf, { anchors: [chain.root], at, revocation: source })
    expect((await judged(stamped(signed, keys))).reasons).toEqual([])
    // Without a time stamp the file is only known to be as old as the moment it came.
    expect((await judged(signed)).reasons.map(({ code }) => code)).toEqual(['certificateRevoked'])
  })

  test('nobody answers: neither valid for good nor refused, it waits', async () => {
    const verdict = await judge(signed, async () => ({ status: 'unknown', why: 'không ai trả lời', evidence: null }))
    expect(verdict).toMatchObject({ valid: true, reasons: [], awaits: [{ code: 'revocationUnknown' }] })
    expect(verdict.signatures[0]?.checks).toContainEqual(expect.objectContaining({ code: 'revocation', ok: null }))
  })

  test('nobody is asked about a file that is refused anyway: its addresses are a stranger’s', async () => {
    const stranger = aChain('Chuỗi lạ').signer({ places })
    const asked: string[] = []
    const verdict = await judge(signWith(stranger, await prepare()), async ({ commonName }) => {
      asked.push(commonName)
      return { status: 'unknown', why: '', evidence: null }
    })
    expect(verdict.valid).toBe(false)
    expect(asked).toEqual([])
  })
})

describe('an answer of a responder is not believed', () => {
  const nonce = randomBytes(16)
  const request = () => Buffer.from(ocspRequest(certificate, issuer, nonce))
  const answer = (service = keys.responder, at = SIGNED_AT) =>
    answerRevocation(request(), service as never, { revoked: new Map(), at })
  const read = (bytes: Uint8Array, more = {}) => readOcspAnswer(bytes, { ...question, nonce, ...more })

  test('unless nothing is wrong with it', () => {
    expect(read(answer())).toMatchObject({ status: 'good' })
  })

  test('to another question', () => {
    expect(() => read(answer(), { nonce: randomBytes(16) })).toThrow('another question')
    const other = readCertificate(chain.signer().certificate)!
    expect(() => read(answer(), { certificate: other })).toThrow('something else')
  })

  test('of yesterday, or of tomorrow', () => {
    expect(() => read(answer(keys.responder, hour(-24)))).toThrow('another time')
    expect(() => read(answer(keys.responder, hour(24)))).toThrow('another time')
  })

  test('of who was not sent by the issuer', () => {
    const foreign = authorityOf(aChain('Chuỗi lạ')).responder as unknown as { key: never; certificates: Buffer[] }
    const withOurIssuer = { key: foreign.key, certificates: [foreign.certificates[0]!, signer.intermediates[0]!] }
    expect(() => read(answer(withOurIssuer as never))).toThrow('nobody sent')
    const person = chain.signer()
    const asResponder = { key: person.key, certificates: [person.certificate, signer.intermediates[0]!] }
    expect(() => read(answer(asResponder as never))).toThrow('somebody else')
  })

  test('with one byte changed, anywhere', () => {
    const bytes = answer()
    for (let at = 0; at < bytes.length; at += 3) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      const said = (() => {
        try {
          return read(changed).status
        } catch {
          return 'refused'
        }
      })()
      // What the responder carries of itself is not signed by it, but by its issuer.
      expect(said === 'refused' || said === 'good').toBe(true)
      if (at < 300) expect(said).toBe('refused')
    }
  })
})

describe('a list of revoked certificates', () => {
  const list = (more = {}) => issueCrl({ issuer: chain.subIssuer, thisUpdate: hour(-1), nextUpdate: hour(24), ...more })

  test('names who was revoked and when', () => {
    const revoked = [{ certificate: signer.certificate, at: hour(-1) }]
    expect(lookUpInCrl(list(), question)).toMatchObject({ status: 'good' })
    expect(lookUpInCrl(list({ revoked }), question)).toMatchObject({ status: 'revoked', at: hour(-1) })
  })

  test('is not believed when it is old, somebody else’s, or changed', () => {
    expect(() => lookUpInCrl(list({ nextUpdate: hour(-1), thisUpdate: hour(-48) }), question)).toThrow('another time')
    const foreign = aChain('Chuỗi lạ')
    const other = issueCrl({ issuer: foreign.subIssuer, ...{ thisUpdate: hour(-1), nextUpdate: hour(24) } })
    expect(() => lookUpInCrl(other, question)).toThrow('somebody else')
    const changed = Buffer.from(list())
    changed[changed.length - 3]! ^= 1
    expect(() => lookUpInCrl(changed, question)).toThrow()
    expect(() => lookUpInCrl(Buffer.concat([list(), Buffer.from([0])]), question)).toThrow('follows')
  })
})

describe.skipIf(!hasTool('openssl'))('openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'revocation-'))
  const saved = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const sub = () => saved('sub.pem', pem(signer.intermediates[0]!))
  const root = () => saved('root.pem', pem(chain.root))

  test('reads our question and our responder’s answer', () => {
    const request = Buffer.from(ocspRequest(certificate, issuer, randomBytes(16)))
    const answer = answerRevocation(request, keys.responder as never, { revoked: new Map(), at: new Date() })
    const files = ['-reqin', saved('request.der', request), '-respin', saved('answer.der', answer)]
    const trust = ['-issuer', sub(), '-CAfile', root(), '-verify_other', sub(), '-resp_text']
    const said = execFileSync('openssl', ['ocsp', ...files, ...trust], { encoding: 'utf8', stdio: 'pipe' })
    expect(said).toContain('Cert Status: good')
  })

  test('makes answers and lists that we read', () => {
    const number = serialOf(signer)
    const index = saved('index.txt', `V\t300101000000Z\t\t${number}\tunknown\t/CN=x\n`)
    const key = saved('sub.key', String(chain.subIssuer.privateKey.export({ type: 'pkcs8', format: 'pem' })))
    const request = saved('theirs.der', ocspRequest(certificate, issuer, randomBytes(16)))
    const files = ['-index', index, '-CA', sub(), '-rsigner', sub(), '-rkey', key, '-reqin', request]
    execFileSync('openssl', ['ocsp', ...files, '-respout', join(folder, 'made.der'), '-ndays', '1'], { stdio: 'pipe' })
    const now = { ...question, at: new Date() }
    expect(readOcspAnswer(readFileSync(join(folder, 'made.der')), now)).toMatchObject({ status: 'good' })

    const revoked = `R\t300101000000Z\t${stampOf(new Date(Date.now() - 3600_000))}\t${number}\tunknown\t/CN=x\n`
    const config = saved(
      'ca.cnf',
      `[ca]\ndefault_ca = here\n[here]\ndatabase = ${saved('revoked.txt', revoked)}\ndefault_md = sha256\ndefault_crl_days = 7\n`,
    )
    const made = join(folder, 'made.pem')
    execFileSync('openssl', ['ca', '-gencrl', '-config', config, '-keyfile', key, '-cert', sub(), '-out', made], {
      stdio: 'pipe',
    })
    execFileSync('openssl', ['crl', '-in', made, '-outform', 'DER', '-out', join(folder, 'made.crl')], {
      stdio: 'pipe',
    })
    expect(lookUpInCrl(readFileSync(join(folder, 'made.crl')), now)).toMatchObject({ status: 'revoked' })
  })
})

const stampOf = (at: Date) => `${at.toISOString().replace(/\D/g, '').slice(2, 14)}Z`
