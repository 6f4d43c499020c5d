import { sign } from 'node:crypto'
import { AFRelationship, PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { approvalPdf } from '@/lib/documents/approval-pdf'
import { assemble } from '@/lib/documents/pdf-signature/assemble'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { DEMO_MARK } from '@/lib/documents/pdf-signature/demo-certificate'
import { type Der, inside, readOne } from '@/lib/documents/pdf-signature/der-reader'
import { contextTag, octetString, oid, sequence, setOf, TAG, tlv } from '@/lib/documents/pdf-signature/der-writer'
import { type Prepared, prepareSignature } from '@/lib/documents/pdf-signature/prepare'
import { signedAttributes } from '@/lib/documents/pdf-signature/signed-attributes'
import { aChain, ecKeys, type Signer, VALID } from './a-chain'
import { aManifest } from './a-manifest'
import { cmsIn, faultsOf, prepare, SIGNED_AT, signWith, withCms } from './a-signed-pdf'
import { aStatement } from './a-statement'

/** The attacks known against signed PDFs, each as a file, and what the verifier says of it. */

const chain = aChain()
const signer = chain.signer()
let prepared: Prepared
let signed: Uint8Array
beforeAll(async () => {
  prepared = await prepare()
  signed = signWith(signer, prepared)
})

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const bytesOf = (text: string) => Buffer.from(text, 'latin1')
/** The signed file with its text changed. */
const forged = (change: (text: string) => string) => bytesOf(change(latin1(signed)))
const judged = (pdf: Uint8Array, options = {}) => faultsOf(pdf, [signer.root], options)
const range = () =>
  /\/ByteRange \[ 0 (\d+) (\d+) (\d+) \]/.exec(latin1(signed))!.slice(1).map(Number) as [number, number, number]

test('the file that is attacked below is valid', async () => {
  expect(await judged(signed)).toEqual([])
})

describe('the description of the signature is missing or broken (USF)', () => {
  test.each([
    ['no byte range', (text: string) => text.replace('/ByteRange', '/ByteRangX')],
    ['a byte range of nothing', (text: string) => text.replace(/\/ByteRange \[[^\]]*\]/, '/ByteRange null')],
    ['an empty byte range', (text: string) => text.replace(/\/ByteRange \[[^\]]*\]/, '/ByteRange [ ]')],
    ['a negative length', (text: string) => text.replace(/(\/ByteRange \[ 0 )\d/, '$1-')],
    [
      'a range that does not begin at the beginning',
      (text: string) => text.replace('/ByteRange [ 0', '/ByteRange [ 1'),
    ],
    ['a range of four noughts', (text: string) => text.replace(/\/ByteRange \[[^\]]*\]/, '/ByteRange [ 0 0 0 0 ]')],
    ['contents of nothing', (text: string) => text.replace(/\/Contents <([0-9a-f]+)>/, '/Contents null /X <$1>')],
    ['a range written in another way', (text: string) => text.replace('/ByteRange', '/Byte#52ange')],
  ])('%s', async (_, change) => {
    expect(await judged(forged(change))).toEqual(['signatureBroken'])
  })

  test('no contents', async () => {
    const nothing = forged((text) => text.replace(/\/Contents <(?=[0-9a-f])/, '/Kontents <'))
    expect(await judged(nothing)).toEqual(['documentChanged'])
  })

  test('no signature at all', async () => {
    expect(await judged(await approvalPdf(aStatement()))).toEqual(['signatureMissing'])
  })

  test('a gap that takes in more than the signature', async () => {
    const [length, rest, restLength] = range()
    const wider = forged((text) =>
      text.replace(`0 ${length} ${rest} ${restLength}`, `0 ${length - 9} ${rest} ${restLength}`),
    )
    expect(await judged(wider)).toEqual(['signatureBroken'])
  })

  test('an empty gap', async () => {
    expect(await judged(prepared.prepared)).toEqual(['signatureUnreadable'])
  })
})

describe('something is added after signing (ISA), a mark or a form included (EAA, SSA)', () => {
  const revised = async (change: (document: PDFDocument) => void) => {
    const document = await PDFDocument.load(signed, { forIncrementalUpdate: true, updateMetadata: false })
    change(document)
    return document.commit({ useObjectStreams: false })
  }

  test('a white box over the list', async () => {
    const covered = await revised((document) => document.getPage(0).drawRectangle({ width: 400, height: 400 }))
    expect(Buffer.from(covered.subarray(0, signed.length)).equals(signed)).toBe(true)
    expect(await judged(covered)).toEqual(['contentAfterSignature'])
  })

  test('a note', async () => {
    const noted = await revised((document) => {
      const { context } = document
      const note = context.obj({ Type: 'Annot', Subtype: 'FreeText', Rect: [0, 0, 200, 40], Contents: 'Đã hủy' })
      document.getPage(0).node.addAnnot(context.register(note))
    })
    expect(await judged(noted)).toEqual(['contentAfterSignature'])
  })

  test.each(['\n', ' ', '%', '\n%%EOF\n'])('%j at the end', async (more) => {
    expect(await judged(forged((text) => text + more))).toEqual(['contentAfterSignature'])
  })

  test('a range that reaches to the end again after something was added', async () => {
    const [length, rest, restLength] = range()
    const longer = forged((text) =>
      `${text}%%EOF\n`.replace(`0 ${length} ${rest} ${restLength}`, `0 ${length} ${rest} ${restLength + 6}`),
    )
    expect(await judged(longer)).toEqual(['documentChanged'])
  })
})

describe('parts are moved or doubled (SWA)', () => {
  test('a second byte range', async () => {
    const twice = forged((text) => text.replace('%%EOF', '% /ByteRange [ 0 1 2 3 ]\n%%EOF'))
    expect(await judged(twice)).toEqual(['signatureBroken'])
  })

  test('room between the signature and what follows it', async () => {
    const [length, rest, restLength] = range()
    const moved = forged((text) => {
      const evil = '/Evil true '
      const opened = text.slice(0, rest) + evil + text.slice(rest)
      return opened.replace(`0 ${length} ${rest} ${restLength}`, `0 ${length} ${rest + evil.length} ${restLength}`)
    })
    expect(await judged(moved)).toEqual(['signatureBroken'])
  })

  test('something else than digits in the gap, or digits in two cases', async () => {
    const at = prepared.gap.end - 20
    const spaced = forged((text) => `${text.slice(0, at)} ${text.slice(at + 1)}`)
    expect(await judged(spaced)).toEqual(['signatureBroken'])
    const capital = forged(
      (text) => text.slice(0, prepared.gap.start) + text.slice(prepared.gap.start).replace('a', 'A'),
    )
    expect(await judged(capital)).toEqual(['signatureBroken'])
  })

  test('something after the signature in its gap', async () => {
    const cms = cmsIn(signed, prepared.gap)
    const followed = withCms(signed, prepared.gap, Buffer.concat([cms, Buffer.from([0, 0, 1])]))
    expect(await judged(followed)).toEqual(['signatureUnreadable'])
  })
})

describe('the signature is rebuilt', () => {
  const version3 = (field: Der) => (field.tag === TAG.integer ? tlv(TAG.integer, Uint8Array.of(3)) : field.whole)
  const withContent = (field: Der) =>
    field.tag === TAG.sequence ? sequence(field.content, contextTag(0, octetString(Uint8Array.of(1)))) : field.whole
  const unsigned = (field: Der) => {
    if (field.tag !== TAG.set || !field.content.includes(0xa0)) return field.whole
    const [signerInfo] = inside(field, TAG.set)
    const more = contextTag(1, sequence(oid('1.2.840.113549.1.9.6'), setOf(TAG.set, [octetString(Uint8Array.of(1))])))
    return tlv(TAG.set, sequence(signerInfo!.content, more))
  }

  test.each([
    ['another version', version3],
    ['an attribute nobody signed', unsigned],
    ['content of its own', withContent],
    ['two signers', (field: Der) => (field.tag === TAG.set ? tlv(TAG.set, field.content, field.content) : field.whole)],
  ])('%s', async (_, change) => {
    const cms = rebuilt(cmsIn(signed, prepared.gap), change)
    expect(await judged(withCms(signed, prepared.gap, cms))).toEqual(['signatureUnreadable'])
  })
})

describe('another file than the one prepared', () => {
  const options = () => ({ preparedSha256: prepared.sha256 })

  test('the prepared file, signed, is what was prepared', async () => {
    expect(await judged(signed, options())).toEqual([])
    // A hash that was lost is no leave to take any file.
    expect(await judged(signed, { preparedSha256: '' })).toEqual(['preparedDiffers'])
  })

  test('a paper of one’s own making, soundly signed (shadow attacks)', async () => {
    const own = signWith(signer, await prepare(aStatement(3, { number: '12/PD-SGDĐT' })))
    expect(await judged(own)).toEqual([])
    expect(await judged(own, options())).toEqual(['preparedDiffers'])
  })

  test('the paper of last month, soundly signed (replay)', async () => {
    const manifest = aManifest(3, { period: '2026-10', nonce: 'BBBBBBBBBBBBBBBBBBBBBB' })
    const last = signWith(signer, await prepare(aStatement(3, { manifest })))
    expect(await judged(last, options())).toEqual(['preparedDiffers'])
  })
})

describe('the list inside says something else', () => {
  const signedWith = async (manifest: ReturnType<typeof aManifest>) =>
    signWith(signer, await prepare(aStatement(3, { manifest })))

  test.each([
    ['another root', { root: '0'.repeat(64) }],
    ['another count', { count: 4 }],
    ['a record less', { records: aManifest(2).records }],
    ['the records in another order', { records: aManifest(3).records.toReversed() }],
  ])('%s', async (_, change) => {
    expect(await judged(await signedWith({ ...aManifest(3), ...change }))).toEqual(['manifestInconsistent'])
  })

  test('no list, two lists, and one that is none', async () => {
    const attach = async (...lists: string[]) => {
      const document = await PDFDocument.load(await approvalPdf(aStatement()))
      document.detach('manifest.json')
      for (const list of lists) {
        await document.attach(Buffer.from(list), 'manifest.json', { afRelationship: AFRelationship.Data })
      }
      const paper = await document.save({ useObjectStreams: false })
      const again = await prepareSignature(paper, { reason: 'Thử', at: SIGNED_AT, signerName: 'Thử' })
      return judged(signWith(signer, again))
    }
    expect(await attach()).toEqual(['manifestMissing'])
    expect(await attach('{}', '{}')).toEqual(['manifestUnreadable'])
    expect(await attach('{"type":"hscbcc.approval/1"}')).toEqual(['manifestUnreadable'])
  })
})

describe('somebody else, or at another time', () => {
  const signedBy = (other: Signer) => signWith(other, prepared)
  const fingerprint = (one: Signer) => readCertificate(one.certificate)!.fingerprint

  test('another person’s token', async () => {
    const other = chain.signer({ name: 'Trần Văn Đức' })
    expect(await judged(signedBy(other), { registered: [fingerprint(signer)] })).toEqual(['certificateNotRegistered'])
    expect(await judged(signedBy(other), { registered: [] })).toEqual(['certificateNotRegistered'])
    const spelled = fingerprint(other)
      .toUpperCase()
      .replace(/..(?!$)/g, '$&:')
    expect(await judged(signedBy(other), { registered: [spelled] })).toEqual([])
  })

  test('a namesake from a chain nobody trusts', async () => {
    expect(await judged(signedBy(aChain().signer()))).toEqual(['chainUnknown'])
  })

  test('a certificate of the same key that was not signed with', async () => {
    const keys = ecKeys('P-256')
    const [first, second] = [chain.signer({ keys }), chain.signer({ keys, name: 'Trần Văn Đức' })]
    const attributes = signedAttributes(prepared.digest, first.certificate)
    const signature = sign('sha256', attributes, first.key)
    const exchanged = assemble({ ...prepared, ...second, attributes, signature })
    expect(await judged(exchanged)).toEqual(['certificateNotBound'])
  })

  test.each([
    ['expired', { notAfter: new Date('2026-11-26') }, 'certificateExpired'],
    ['not yet valid', { notBefore: new Date('2026-11-28') }, 'certificateNotYetValid'],
    ['for encrypting', { purpose: 'encryption' as const }, 'certificatePurpose'],
    ['of an authority', { authority: { pathLength: 0 } }, 'certificatePurpose'],
  ])('a certificate that is %s', async (_, wish, fault) => {
    expect(await judged(signedBy(chain.signer(wish)))).toEqual([fault])
  })

  test('an authority that had expired, or may not issue', async () => {
    const late = chain.signer({ sub: { ...VALID, notAfter: new Date('2026-11-26') } })
    expect(await judged(signedBy(late))).toEqual(['certificateExpired'])
    const commoner = chain.signer({ sub: { authority: null } })
    expect(await judged(signedBy(commoner))).toEqual(['chainUnknown'])
  })

  test('the time the file claims proves nothing (backdating)', async () => {
    const soon = chain.signer({ notAfter: new Date('2026-12-31') })
    expect(await judged(signedBy(soon))).toEqual([])
    expect(await judged(signedBy(soon), { at: new Date('2027-01-01') })).toEqual(['certificateExpired'])
  })

  test('a certificate that does not belong', async () => {
    const stray = aChain().signer()
    const cms = rebuilt(cmsIn(signed, prepared.gap), (field) =>
      field.tag === 0xa0 ? tlv(field.tag, field.content, stray.certificate) : field.whole,
    )
    expect(await judged(withCms(signed, prepared.gap, cms))).toEqual(['strayCertificate'])
  })

  test('a demonstration certificate, outside a demonstration', async () => {
    const demo = aChain(DEMO_MARK).signer()
    const anchors = [demo.root]
    expect(await faultsOf(signedBy(demo), anchors)).toEqual(['demoCertificate'])
    expect(await faultsOf(signedBy(demo), anchors, { demonstration: true })).toEqual([])
  })

  test('two signatures where one is expected', async () => {
    expect(await judged(signed, { signatures: 2 })).toEqual(['signatureCount'])
  })
})

/** A CMS with the fields of its signed data changed one by one. */
function rebuilt(cms: Uint8Array, change: (field: Der) => Uint8Array) {
  const [type, body] = inside(readOne(cms))
  const fields = inside(inside(body, 0xa0)[0])
  return sequence(type!.whole, contextTag(0, sequence(...fields.map(change))))
}
