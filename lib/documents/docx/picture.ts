import { el, type Xml } from './xml'

export type PlacedPicture = { kind: 'jpeg' | 'png'; bytes: Uint8Array }

export const fileOf = ({ kind }: PlacedPicture) => `photo.${kind}`

/** A twentieth of a point, as the rest of the document measures, in English metric units. */
const EMU_PER_TWIP = 635
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
/** The fifth relation of the document, behind its styles, headers and foot. */
const RELATION = 'rId5'

/** The document's picture, as large as this, in a line of text. */
export function drawing(size: { width: number; height: number }): Xml {
  const [cx, cy] = [Math.round(size.width * EMU_PER_TWIP), Math.round(size.height * EMU_PER_TWIP)]
  const named = { id: 1, name: 'Ảnh 4×6', descr: 'Ảnh 4×6' }
  const shape = el(
    'pic:pic',
    { 'xmlns:pic': `${DRAWING}/picture` },
    el('pic:nvPicPr', {}, el('pic:cNvPr', named), el('pic:cNvPicPr')),
    el('pic:blipFill', {}, el('a:blip', { 'r:embed': RELATION }), el('a:stretch', {}, el('a:fillRect'))),
    el(
      'pic:spPr',
      {},
      el('a:xfrm', {}, el('a:off', { x: 0, y: 0 }), el('a:ext', { cx, cy })),
      el('a:prstGeom', { prst: 'rect' }, el('a:avLst')),
    ),
  )
  const inline = el(
    'wp:inline',
    { 'xmlns:wp': `${DRAWING}/wordprocessingDrawing`, distT: 0, distB: 0, distL: 0, distR: 0 },
    el('wp:extent', { cx, cy }),
    el('wp:docPr', named),
    el('a:graphic', { 'xmlns:a': `${DRAWING}/main` }, el('a:graphicData', { uri: `${DRAWING}/picture` }, shape)),
  )
  return el('w:r', {}, el('w:drawing', {}, inline))
}
