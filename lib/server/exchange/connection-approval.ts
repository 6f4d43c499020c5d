import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { dateColumn } from '@/lib/domain/calendar'
import { mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { installationProfile } from '../national/installation'

export const ApproveConnection = z.object({
  level: z.coerce.number({ error: 'Chọn cấp độ.' }).int().min(1, 'Chọn cấp độ.').max(5),
  documentNo: typedText(100, 'Ghi số văn bản phê duyệt cấp độ.'),
  documentDate: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/09/2026.'),
})

/** Enters the approval of the security level, which opens the channel of this installation (CV 1632/BNV-VP, điểm 3). */
export async function approveConnection({ transact, actor, input, now }: Call<z.output<typeof ApproveConnection>>) {
  if (!mayAnywhere(actor, 'exchange.manage')) throw new Refusal('notFound', {})
  const profile = installationProfile()
  if (!profile) throw new Refusal('connectionNotConfigured', {})
  if (input.documentDate > actor.today)
    throw new Refusal('formInvalid', { count: 1 }, { documentDate: 'Ngày văn bản chưa đến.' })
  await transact(async (tx) => {
    await tx.connectionApproval.create({
      data: {
        ...{ profileId: profile.id, level: input.level, documentNo: input.documentNo },
        ...{ documentDate: dateColumn(input.documentDate), byUserId: actor.userId, byName: actor.personName, at: now },
      },
    })
    const subject = { type: 'channel', id: profile.id, name: profile.title } as const
    const detail = { level: input.level, document: input.documentNo, documentDate: input.documentDate }
    await writeAudit(tx, actor, { action: 'channel.approved', subject, unitPath: '', detail }, now)
  })
}

/** Without it nothing is sent through the channel. */
export const lastApproval = (tx: Tx, profileId: string) =>
  tx.connectionApproval.findFirst({ where: { profileId }, orderBy: { id: 'desc' } })
