import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CvForm } from '@/lib/domain/cv/form'
import { unzip } from '../documents/unzip'

/** Lines are broken where they end, long words anywhere: only what stands between the gaps is compared. */
export const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '')

/** The words of a DOCX, run after run. */
export function docxText(bytes: Uint8Array): string {
  const xml = unzip(Buffer.from(bytes)).get('word/document.xml')?.toString('utf8') ?? ''
  return squeezed(plain([...xml.matchAll(/<w:t xml:space="preserve">([^<]*)</g)].map(([, text]) => text).join('')))
}

/** The words of a page of the portal. */
export const htmlText = (html: string) => squeezed(plain(html.replace(/<[^>]*>/g, '')))

/** The words of a PDF as `pdftotext` reads them, page by page, without number, foot and mark, which come last. */
export function pdfText(bytes: Uint8Array, { foot, mark }: Pick<CvForm, 'foot' | 'mark'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    writeFileSync(join(folder, 'form.pdf'), bytes)
    const raw = execFileSync('pdftotext', ['-raw', join(folder, 'form.pdf'), '-'], { encoding: 'utf8' })
    const pages = raw.split('\f').slice(0, -1).map(squeezed)
    const tail = (page: number) => squeezed(`${page > 0 ? page + 1 : ''}${foot}${mark ?? ''}`)
    return pages.map((page, index) => page.slice(0, -tail(index).length)).join('')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const plain = (marked: string) =>
  marked
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
