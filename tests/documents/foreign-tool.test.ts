import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { approvalPdf } from '@/lib/documents/approval-pdf'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { signPdf } from '@/lib/simulators/vgca/tool-pdf'
import { aChain, rsaKeys, type Signer } from './a-chain'
import { faultsOf, prepare, SIGNED_AT, signWith } from './a-signed-pdf'
import { aStatement } from './a-statement'

/** What a tool may do to the paper it was given: sign it. Each of these files is soundly signed all the same. */

const chain = aChain('Chuỗi của công cụ')
const key = ({ key, certificate, intermediates }: Signer) => ({ key, certificate, issuers: intermediates })
const head = chain.signer({ keys: rsaKeys() })
const paper = await approvalPdf(aStatement())

async function revised(pdf: Uint8Array, change: (document: PDFDocument) => void) {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  change(document)
  return document.commit({ useObjectStreams: false })
}
/** The first page as it stands; asking the library for it would have its contents rewritten. */
function pageOf({ context }: PDFDocument): { ref: PDFRef; dict: PDFDict } {
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Page')) return { ref, dict: object }
  throw new Error('No page')
}

function addNote(document: PDFDocument, entries: Record<string, unknown>): PDFRef {
  const { ref, dict } = pageOf(document)
  const note = document.context.register(document.context.obj({ Type: 'Annot', P: ref, ...entries } as never))
  dict.lookup(PDFName.of('Annots'), PDFArray).push(note)
  document.context.assign(ref, dict)
  return note
}

function addField(document: PDFDocument, name: string, width: number, height: number) {
  const Rect = [40, 40, 40 + width, 40 + height]
  const field = addNote(document, { Subtype: 'Widget', FT: 'Sig', T: PDFHexString.fromText(name), Rect, F: 132 })
  const form = document.catalog.get(PDFName.of('AcroForm')) as PDFRef
  const dict = document.context.lookup(form, PDFDict)
  dict.lookup(PDFName.of('Fields'), PDFArray).push(field)
  document.context.assign(form, dict)
}

const judge = (pdf: Uint8Array) => faultsOf(pdf, [chain.root], { startsWith: paper })
const afterChange = async (change: (document: PDFDocument) => void) =>
  judge(signPdf(await revised(paper, change), key(head)))

test('a tool that fills our field, or adds one of modest size, has only signed', async () => {
  expect(await judge(signPdf(paper, key(head)))).toEqual([])
  const ours = await revised(paper, (document) => addField(document, 'CongCu', 200, 80))
  const signed = signPdf(ours, key(head), { box: 'last' })
  const { signatures } = await verifyPdf(signed, { anchors: [chain.root], at: SIGNED_AT })
  expect(signatures.map(({ field }) => field)).toEqual(['CongCu'])
  expect(await judge(signed)).toEqual([])
})

describe('whatever else it changes is refused', () => {
  test.each<[string, (document: PDFDocument) => void]>([
    ['a white box over the list', (document) => document.getPage(0).drawRectangle({ width: 400, height: 400 })],
    [
      'a note on the page',
      (document) => void addNote(document, { Subtype: 'FreeText', Rect: [0, 0, 200, 40], Contents: 'Da huy' }),
    ],
    ['a field for a signature as large as the page', (document) => addField(document, 'To', 500, 700)],
    ['a page more', (document) => void document.addPage()],
    [
      'two fields more',
      (document) => {
        addField(document, 'Mot', 100, 40)
        addField(document, 'Hai', 100, 40)
      },
    ],
  ])('%s', async (_, change) => {
    expect(await afterChange(change)).toEqual(['revisionRefused'])
  })
})

test('something that happens when the file is opened is refused', async () => {
  const opened = await afterChange(({ catalog, context }) =>
    catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: 'app.alert(1)' })),
  )
  expect(opened).not.toEqual([])
})

test('a stranger’s signature beside the right one, soundly made, is refused', async () => {
  const stranger = aChain('Chuỗi lạ').signer({ keys: rsaKeys() })
  const signed = signWith(head, await prepare())
  const room = await revised(signed, (document) => addField(document, 'NguoiLa', 100, 40))
  const faults = await faultsOf(signPdf(room, key(stranger)), [chain.root])
  expect(faults).toContain('signatureCount')
  expect(faults).toContain('chainUnknown')
})
