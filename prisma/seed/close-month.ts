import type { OpenedKey } from '@/components/approvals/open-key'
import { db } from '@/lib/server/db'
import type { Roster } from './roster'
import { sendWaiting } from './send'
import { signBatch } from './sign-batch'
import type { Month } from './timeline'
import { UNITS } from './units'

type Closing = { roster: Roster; keys: Map<string, OpenedKey>; month: Month }

/** Every head signs the month in its last five days, and what was approved is sent. */
export async function closeMonth({ roster, keys, month }: Closing): Promise<number> {
  let signed = 0
  for (const [index, { code }] of UNITS.entries()) {
    const wanted = { unitId: roster.unit(code).id, kind: 'monthly', reason: '' } as const
    signed += await signBatch(roster.head(code), keyOf(keys, code), wanted, month.signsAt(index))
  }
  await sendWaiting(new Date(month.signsAt(2).getTime() + 2 * 3_600_000))
  return signed
}

/** In the middle of the month, where somebody's record could not wait for its end. The ministry finds a fault in each of these. */
export async function approveInBetween({ roster, keys, month }: Closing): Promise<void> {
  const at = month.at(0.5)
  for (const { code } of UNITS.filter(({ refused }) => refused > 0)) {
    const wanted = {
      unitId: roster.unit(code).id,
      kind: 'adHoc',
      reason: 'Bổ sung hồ sơ để xét nâng bậc lương quý này',
    } as const
    await signBatch(roster.head(code), keyOf(keys, code), wanted, at)
  }
  const waiting = await db.delivery.count({ where: { state: 'waiting' } })
  await sendWaiting(
    new Date(at.getTime() + 3_600_000),
    Array.from({ length: waiting }, (_, index) => REFUSED_AT[index % REFUSED_AT.length] ?? ''),
  )
}

/** What the ministry finds wrong, as it names it. */
const REFUSED_AT = ['MaNgachChucDanh', 'DanToc', 'HocVanPhoThong', 'BacLuong', 'LoaiPhuCap', 'TuNgay']

function keyOf(keys: Map<string, OpenedKey>, code: string): OpenedKey {
  const key = keys.get(code)
  if (!key) throw new Error(`The head of ${code} has no key`)
  return key
}
