/** Markup of a part of a document, already escaped. */
export type Xml = string

export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
}

/** An element: `el('w:b')`, `el('w:sz', { 'w:val': 26 })`, `el('w:p', {}, …)`. */
export function el(name: string, attributes: Record<string, string | number> = {}, ...children: Xml[]): Xml {
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  const inner = children.join('')
  return inner === '' ? `<${name}${said}/>` : `<${name}${said}>${inner}</${name}>`
}

/** Typed words as XML can carry them: no controls, no halves of letters, nothing that turns the words after it around. */
export const escaped = (text: string): Xml =>
  text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
