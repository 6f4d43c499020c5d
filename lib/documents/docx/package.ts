import { zip } from '../zip'
import { headerWith } from './mark'
import { fileOf, type PlacedPicture } from './picture'
import { PAPER, paragraph, run } from './words'
import { el, escaped, NAMESPACES, type Xml } from './xml'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATION = NAMESPACES['xmlns:r']

export type DocxSource = {
  title: string
  author: string
  madeAt: Date
  body: Xml[]
  foot: string
  mark: string | null
} & {
  /** The one picture of the document, placed by `drawing`. */
  picture: PlacedPicture | null
}

/** A document of Office Open XML: text on A4, page numbers from the second page on, a foot, and a mark across every page. */
export function docx({ title, author, madeAt, body, foot, mark, picture }: DocxSource): Uint8Array {
  const parts: Record<string, Xml> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations([
      ['officeDocument', 'word/document.xml'],
      [CORE_PROPERTIES, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': properties(title, author, madeAt),
    'word/document.xml': el('w:document', NAMESPACES, el('w:body', {}, ...body, PAGE_SETTING)),
    'word/styles.xml': STYLES,
    'word/header1.xml': headerWith(mark, false),
    'word/header2.xml': headerWith(mark, true),
    'word/footer1.xml': el(
      'w:ftr',
      NAMESPACES,
      paragraph([run(foot, { italic: true, size: 8.5 })], { align: 'center' }),
    ),
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['header', 'header1.xml'],
      ['header', 'header2.xml'],
      ['footer', 'footer1.xml'],
      ...(picture ? [['image', `media/${fileOf(picture)}`] as [string, string]] : []),
    ]),
  }
  return zip([
    ...Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(`${DECLARATION}${xml}`, 'utf8') })),
    ...(picture ? [{ name: `word/media/${fileOf(picture)}`, bytes: Buffer.from(picture.bytes) }] : []),
  ])
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const CORE_PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

const relations = (targets: [type: string, target: string][]) =>
  el(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    ...targets.map(([type, target], index) =>
      el('Relationship', {
        Id: `rId${index + 1}`,
        Type: type.startsWith('http') ? type : `${RELATION}/${type}`,
        Target: target,
      }),
    ),
  )

const CONTENT_TYPES = el(
  'Types',
  { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
  el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
  el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  el('Default', { Extension: 'jpeg', ContentType: 'image/jpeg' }),
  el('Default', { Extension: 'png', ContentType: 'image/png' }),
  ...Object.entries({
    '/word/document.xml': `${WORD}.document.main+xml`,
    '/word/styles.xml': `${WORD}.styles+xml`,
    '/word/header1.xml': `${WORD}.header+xml`,
    '/word/header2.xml': `${WORD}.header+xml`,
    '/word/footer1.xml': `${WORD}.footer+xml`,
    '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  }).map(([part, type]) => el('Override', { PartName: part, ContentType: type })),
)

/** The first page has a header of its own: the mark without a number. */
const PAGE_SETTING = el(
  'w:sectPr',
  {},
  el('w:headerReference', { 'w:type': 'first', 'r:id': 'rId2' }),
  el('w:headerReference', { 'w:type': 'default', 'r:id': 'rId3' }),
  el('w:footerReference', { 'w:type': 'first', 'r:id': 'rId4' }),
  el('w:footerReference', { 'w:type': 'default', 'r:id': 'rId4' }),
  el('w:pgSz', { 'w:w': PAPER.width, 'w:h': PAPER.height }),
  el('w:pgMar', {
    'w:top': PAPER.top,
    'w:right': PAPER.right,
    'w:bottom': PAPER.bottom,
    'w:left': PAPER.left,
    'w:header': 510,
    'w:footer': 510,
    'w:gutter': 0,
  }),
  el('w:titlePg'),
)

const FONT = { 'w:ascii': 'Times New Roman', 'w:hAnsi': 'Times New Roman', 'w:cs': 'Times New Roman' }

const headingStyle = (level: number) =>
  el(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': `Heading${level}` },
    el('w:name', { 'w:val': `heading ${level}` }),
    el('w:basedOn', { 'w:val': 'Normal' }),
    el('w:next', { 'w:val': 'Normal' }),
    el('w:qFormat'),
    el('w:pPr', {}, el('w:keepNext'), el('w:outlineLvl', { 'w:val': level - 1 })),
    el('w:rPr', {}, el('w:b')),
  )

const STYLES = el(
  'w:styles',
  NAMESPACES,
  el(
    'w:docDefaults',
    {},
    el(
      'w:rPrDefault',
      {},
      el(
        'w:rPr',
        {},
        el('w:rFonts', FONT),
        el('w:sz', { 'w:val': 26 }),
        el('w:szCs', { 'w:val': 26 }),
        el('w:lang', { 'w:val': 'vi-VN' }),
      ),
    ),
    el('w:pPrDefault', {}, el('w:pPr', {}, el('w:spacing', { 'w:line': 264, 'w:lineRule': 'auto' }))),
  ),
  el(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    el('w:name', { 'w:val': 'Normal' }),
    el('w:qFormat'),
  ),
  headingStyle(1),
  headingStyle(2),
)

const properties = (title: string, author: string, madeAt: Date) => {
  const made = { 'xsi:type': 'dcterms:W3CDTF' }
  const at = madeAt.toISOString().replace(/\.\d+Z$/, 'Z')
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, escaped(title)),
    el('dc:creator', {}, escaped(author)),
    el('dc:language', {}, 'vi'),
    el('dcterms:created', made, at),
    el('dcterms:modified', made, at),
  )
}
