import 'server-only'
import { readManifest } from '@/lib/documents/manifest'
import { batchName } from '@/lib/domain/batch-words'
import { dayOf } from '@/lib/domain/calendar'
import { checkAddress } from '@/lib/domain/check-code'
import type { CvForm } from '@/lib/domain/cv/form'
import { cvForm } from '@/lib/domain/cv/layout'
import { isWhole } from '@/lib/domain/masking'
import type { Prisma } from '@/prisma/generated/client'
import { codeLists } from '../code-lists/code-lists'
import { env } from '../env'
import type { Sight } from './sight'

/** What the form of an approved record is made of. */
export const APPROVED_ITEM = {
  version: true,
  leaf: true,
  verifyCode: true,
  revision: { select: { data: true, declaration: true, at: true } },
  batch: {
    select: {
      kind: true,
      period: true,
      number: true,
      manifest: true,
      approverName: true,
      frozenAt: true,
      closedAt: true,
    },
  },
} as const satisfies Prisma.ApprovalItemSelect

export type ApprovedItem = Prisma.ApprovalItemGetPayload<{ select: typeof APPROVED_ITEM }>

/** The Sơ yếu lý lịch as it was approved; who prints it and when stands at its foot. */
export function approvedForm(
  item: ApprovedItem,
  printed: { printedBy: string; printedAt: string },
  sight: Sight,
): CvForm {
  const { revision, batch, version, leaf, verifyCode } = item
  const approver = readManifest(Buffer.from(batch.manifest, 'utf8'))?.approver
  const form = cvForm({
    data: sight.document(revision.data),
    lists: codeLists,
    standing: {
      of: 'approved',
      ...printed,
      version,
      declaration: revision.declaration,
      declaredOn: dayOf(revision.at),
      approvedOn: dayOf(batch.closedAt ?? batch.frozenAt),
      batch: batchName(batch).toLocaleLowerCase('vi'),
      approver: { name: batch.approverName ?? approver?.name ?? '', title: approver?.title ?? 'Thủ trưởng đơn vị' },
      check: { code: verifyCode, url: env.PORTAL_URL ? checkAddress(env.PORTAL_URL, verifyCode) : null },
      leaf,
    },
  })
  return extract(form, sight)
}

/** What is not the whole record says so across every page: nobody takes dots for an empty answer. */
export const extract = (form: CvForm, { reading }: Sight): CvForm =>
  isWhole(reading)
    ? form
    : { ...form, mark: form.mark ?? 'BẢN TRÍCH', foot: `Bản trích: chỗ có •••• đã che. ${form.foot}` }

/** The last instant of a day in Vietnam. */
export const endOfDay = (day: string) => new Date(`${day}T23:59:59.999+07:00`)
