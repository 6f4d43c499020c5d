import { lineHeight, makeRoom, paragraph, type Sheet, type Style, TEXT_WIDTH } from '../print/sheet'
import { wrap } from '../print/wrap'
import { AGENCY_FIELD, APPROVER_FIELD, addSignatureField } from '../signature-field'
import { capitals, centred, type Faces, RIGHT, SIZE } from './official-form'

const SIGNATURE_HEIGHT = 76
/** A round seal of 36 mm is shown in its real size (Nghị định 30/2020, Phụ lục I). */
const SEAL_HEIGHT = 102

export type Signing = {
  /** What the signer answers for, above the title; null for none. */
  pledge: string | null
  /** Lines of the title: `KT. Giám đốc` above `Phó Giám đốc`. */
  title: string
  name: string
  /** The agency seals beside the signature, over about a third of it. */
  sealed: boolean
}

/** Who answers for what, the title, room for the signature and the name, kept together on one page. Answers where the titles began. */
export function signingBlock(sheet: Sheet, { regular, bold }: Faces, { pledge, title, name, sealed }: Signing): number {
  const titles = title.split('\n').map(capitals)
  const heading: Style = { face: bold, size: SIZE, align: 'centre' }
  const room = sealed ? SEAL_HEIGHT : SIGNATURE_HEIGHT
  const linesOf = (texts: string[]) => texts.reduce((sum, text) => sum + wrap(text, bold, SIZE, RIGHT.width).length, 0)
  const pledged = pledge === null ? 0 : wrap(pledge, regular, SIZE, TEXT_WIDTH).length
  makeRoom(sheet, (pledged + linesOf([...titles, name])) * lineHeight(heading) + room + 30)
  if (pledge !== null) paragraph(sheet, pledge, { face: regular, size: SIZE }, { after: 14 })
  const top = sheet.y
  for (const line of titles) sheet.y = centred(sheet, line, heading, RIGHT, sheet.y)
  const signature = {
    x: RIGHT.x + (sealed ? 60 : 20),
    y: sheet.y - room + 4 + (sealed ? 13 : 0),
    width: RIGHT.width - (sealed ? 60 : 40),
    height: SIGNATURE_HEIGHT - 8,
  }
  addSignatureField(sheet.document, sheet.page, APPROVER_FIELD, signature)
  if (sealed) {
    const x = signature.x + SEAL_HEIGHT / 3 - SEAL_HEIGHT
    addSignatureField(sheet.document, sheet.page, AGENCY_FIELD, {
      ...{ x, y: sheet.y - SEAL_HEIGHT + 2, width: SEAL_HEIGHT, height: SEAL_HEIGHT - 4 },
    })
  }
  sheet.y = centred(sheet, name, heading, RIGHT, sheet.y - room)
  return top
}
