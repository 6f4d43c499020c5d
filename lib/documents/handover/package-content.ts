import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'

/** What a package holds, by its names in the zip. */
export const FILES = {
  record: 'ho-so.json',
  cv: 'so-yeu-ly-lich.pdf',
  approval: 'phe-duyet.pdf',
  decision: 'quyet-dinh.pdf',
  minutes: 'bien-ban-giao-nhan.pdf',
} as const
export const CHECKSUMS = 'SHA256SUMS.txt'

const day = z.string().refine(isRealDay)
const said = z.string().min(1).max(500)

/**
 * `ho-so.json`: the record exactly as it stands in the signed list (its leaf is made of `recordId`, `version`, `salt`
 * and `data`), how its paper was printed, and why it is handed over.
 */
export const packageContent = z.strictObject({
  type: z.literal('hscbcc.handover/1'),
  record: z.strictObject({
    recordId: z.uuid(),
    version: z.int().min(1),
    salt: z.string().min(16).max(100),
    /** Version of the form the document was written in. */
    form: z.int().min(1),
    data: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
  /** Of the Sơ yếu lý lịch beside it. */
  paper: z.strictObject({
    printedBy: said,
    printedAt: z.iso.datetime(),
    declaration: said,
    declaredOn: day,
    approvedOn: day,
    batch: said,
    approver: z.strictObject({ name: said, title: said }),
  }),
  from: z.strictObject({ unit: said, agencyCode: z.string().max(40).nullable(), province: said }),
  decision: z.strictObject({ basis: said, decidedOn: day, day, destination: said }),
})

export type PackageContent = z.infer<typeof packageContent>
