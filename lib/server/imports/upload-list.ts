import 'server-only'
import { z } from 'zod'
import { readSheets, UnreadableSheet } from '@/lib/documents/read-sheet'
import type { ReadableSheet } from '@/lib/documents/xlsx/read-book'
import { type SheetTop, understandSheets } from '@/lib/domain/excel/import-sheets'
import { textOf } from '@/lib/domain/excel/sheet-cell'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { fileStore } from '../storage/file-store'
import { loadUnit } from '../units/unit-tree'
import { learntHeaders } from './learnt'

/** Fifty thousand people with every answer that stands alone. */
export const MOST_BYTES = 80_000_000
export const MOST_UNPACKED = 1_200_000_000
const MOST_COLUMNS = 199
const TOP_LINES = 25

export const UploadList = z.object({
  unitId: z.uuid('Chọn một đơn vị.'),
  fileName: typedText(200, 'Chọn tệp .xlsx hoặc .csv.'),
  bytes: z.instanceof(Uint8Array),
})

/** Takes a file in: stored, its heads understood as far as they can be; nothing of it is in a record yet. */
export async function uploadList({ transact, actor, input, now }: Call<z.output<typeof UploadList>>) {
  const unit = await loadUnit(actor, 'record.import', input.unitId)
  if (input.bytes.length > MOST_BYTES) throw new Refusal('sheetTooLarge', {})
  const sheets = understandSheets(await topsOf(input.bytes), await learntHeaders())
  if (sheets.every(({ as }) => as === 'skip' || as === 'base')) throw new Refusal('sheetEmpty', {})
  const { sha256 } = await fileStore('imports').put(input.bytes)
  return transact(async (tx) => {
    const options = {
      repairs: ['composed'],
      personCategory: '',
      employmentStatus: 'DANG_LAM_VIEC',
      from: actor.today,
      takeFile: false,
    }
    const { id } = await tx.listImport.create({
      data: {
        ...{ unitId: unit.id, unitPath: unit.path, fileName: input.fileName, sha256, bytes: input.bytes.length },
        ...{
          sheets: sheets as unknown as Prisma.InputJsonValue,
          options,
          byUserId: actor.userId,
          byName: actor.personName,
        },
        createdAt: now,
      },
      select: { id: true },
    })
    const subject = { type: 'import', id, name: input.fileName } as const
    await writeAudit(tx, actor, { action: 'import.uploaded', subject, unitPath: unit.path, detail: { sha256 } }, now)
    return id
  })
}

/** The first lines of every sheet. Throws a refusal that says what is wrong with the file. */
export async function topsOf(bytes: Uint8Array): Promise<SheetTop[]> {
  try {
    const sheets = await readSheets(bytes, MOST_UNPACKED)
    return await Promise.all(sheets.map(topOf))
  } catch (error) {
    throw sheetRefusal(error)
  }
}

async function topOf(sheet: ReadableSheet): Promise<SheetTop> {
  const lines: SheetTop['lines'] = []
  for await (const portion of sheet.rows()) {
    for (const { line, cells } of portion) {
      if (cells.length > MOST_COLUMNS) throw new Refusal('sheetTooWide', { sheet: sheet.name, most: MOST_COLUMNS })
      lines.push({ line, cells: cells.map((cell) => textOf(cell).normalize('NFC').replace(/\s+/gu, ' ').trim()) })
      if (lines.length === TOP_LINES) return { name: sheet.name, hidden: sheet.hidden, lines }
    }
  }
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    lines: lines.filter(({ cells }) => cells.some((cell) => cell !== '')),
  }
}

const SENTENCES = {
  notSheet: 'sheetUnreadable',
  protected: 'sheetProtected',
  oldFormat: 'sheetOldFormat',
  tooLarge: 'sheetTooLarge',
  damaged: 'sheetDamaged',
  encoding: 'sheetUnreadable',
  empty: 'sheetEmpty',
} as const

/** What is wrong with a file, as a sentence; other errors as they are. */
export const sheetRefusal = (error: unknown): unknown =>
  error instanceof UnreadableSheet ? new Refusal(SENTENCES[error.fault], {}) : error
