import { PDFDocument } from 'pdf-lib'
import { embedFaces } from '../print/faces'
import { DAY_FIELD, fillLateField, NUMBER_FIELD, removeDraftMarks } from './late-fields'

const SIZE = 13

/**
 * The document the competent person signed, with its number and its day and no mark of a draft, in a revision of its own: what the
 * agency then signs. The earlier bytes stay untouched.
 */
export async function numberedPaper(signed: Uint8Array, { number, day }: { number: string; day: string }) {
  const document = await PDFDocument.load(signed, { forIncrementalUpdate: true, updateMetadata: false })
  const { regular, italic } = await embedFaces(document, ['regular', 'italic'])
  fillLateField(document, NUMBER_FIELD, number, regular, SIZE)
  fillLateField(document, DAY_FIELD, day, italic, SIZE)
  removeDraftMarks(document)
  return new Uint8Array(await document.commit({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY }))
}
