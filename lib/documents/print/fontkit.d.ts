// The package brings no types; pdf-lib knows what it needs of it.
declare module 'fontkit' {
  import type { PDFDocument } from 'pdf-lib'

  type Created = ReturnType<Parameters<PDFDocument['registerFontkit']>[0]['create']>
  /** A single face, as our files are; collections are not used. */
  export type Font = Extract<Awaited<Created>, { glyphForCodePoint: unknown }>
  export const create: (bytes: Uint8Array) => Font
}
