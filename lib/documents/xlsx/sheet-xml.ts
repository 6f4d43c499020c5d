/** Text of markup as it was meant: entities, and the `_x000D_` by which spreadsheets write what XML cannot. */
export function plainText(markup: string): string {
  const text = markup.includes('&') ? markup.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, entity) : markup
  return text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** All runs of a text, without the reading aids of Eastern scripts. */
export function runsOf(markup: string, tag: string): string {
  const body = markup.includes('rPh') ? markup.replace(/<(\w+:)?rPh[\s\S]*?<\/(\w+:)?rPh>/g, '') : markup
  let text = ''
  let at = 0
  while (true) {
    const open = body.indexOf(`<${tag}`, at)
    if (open < 0) break
    const close = body.indexOf('>', open)
    const next = body[open + tag.length + 1]
    if (close < 0) break
    at = close + 1
    // `<tableColumn`, `<tint`: other things that begin alike; `<t/>` holds nothing.
    if ((next !== '>' && next !== ' ') || body[close - 1] === '/') continue
    const end = body.indexOf(`</${tag}>`, at)
    if (end < 0) break
    text += body.slice(at, end)
    at = end
  }
  return plainText(text)
}

/** An attribute of a tag, or undefined. */
export function attribute(tag: string, name: string): string | undefined {
  const mark = ` ${name}="`
  const at = tag.indexOf(mark)
  if (at >= 0) return tag.slice(at + mark.length, tag.indexOf('"', at + mark.length))
  return tag.includes("'") ? new RegExp(`\\s${name}='([^']*)'`).exec(tag)?.[1] : undefined
}
