import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Strangers' programs that judge our PDFs and signatures, with the Debian package each comes in. */
const TOOLS = {
  pdfsig: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  openssl: 'openssl',
  soffice: 'libreoffice-writer-nogui',
  localc: 'libreoffice-calc-nogui',
} as const
type Tool = keyof typeof TOOLS

/** Tests that need a tool run where it is installed and are named as left out where it is not. */
export const hasTool = (tool: Tool) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)))

export const missingTools = () =>
  (Object.keys(TOOLS) as Tool[]).filter((tool) => !hasTool(tool)).map((tool) => `${tool} (package ${TOOLS[tool]})`)
