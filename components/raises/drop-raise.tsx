'use client'

import { ReasonAsk } from '@/components/people/reason-ask'
import type { Result } from '@/lib/domain/result'

type DropRaiseProps = {
  raiseId: string
  drop: (input: { raiseId: string; reason: string }) => Promise<Result<unknown>>
}

/** Takes one person out of a decision, before the day it is paid from. */
export const DropRaise = ({ raiseId, drop }: DropRaiseProps) => (
  <ReasonAsk ask="Bỏ người này" label="Lý do bỏ" act={(reason) => drop({ raiseId, reason })} />
)
