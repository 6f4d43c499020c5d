import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { isAgencyCode } from '@/lib/domain/organisation/agency-code'
import type { Operation } from '@/lib/domain/organisation/operation'
import { sayFinding } from '@/lib/domain/organisation/operation-words'
import { type FieldErrors, Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { isUnitCode } from '@/lib/domain/unit-tree'
import type { Call } from '../call'
import { type Rehearsed, rehearseIn } from '../organisation/rehearse-operation'
import { carryOut } from '../organisation/run-operation'
import { lockOrganisation } from '../organisation/settle-today'
import { isTaken } from '../unique-taken'

export const CreateUnit = z.object({
  /** Short code within the province, a step of the path: `thpt-sa-dec`. */
  code: typedText(40).refine(isUnitCode, 'Mã gồm chữ thường không dấu, chữ số và gạch nối, ví dụ thpt-sa-dec.'),
  name: typedText(255, 'Ghi tên đơn vị như trong quyết định thành lập.'),
  typeCode: z.string().min(1, 'Chọn loại đơn vị.'),
  parentId: z.uuid().nullable(),
  /** National e-identifier; without it nothing of the unit is sent. */
  agencyCode: z.string().trim().refine(isAgencyCode, 'Mã định danh có dạng H20.09.01 (QĐ 20/2020/QĐ-TTg).').nullable(),
  validFrom: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/07/2025.'),
  /** Number of the decision. */
  basis: typedText(200, 'Ghi số quyết định thành lập.'),
})

/** A new unit in the tree: the simplest operation, which needs no rehearsal, since nobody moves. */
export async function createUnit({ transact, actor, input, now }: Call<z.output<typeof CreateUnit>>) {
  const { code, name, typeCode, parentId, agencyCode, validFrom, basis } = input
  const unit = { code, name, typeCode, parentId, agencyCode, legacyCode: null, nationalCode: null }
  const operation: Operation = { kind: 'create', day: validFrom, basis, unit }
  return transact(async (tx) => {
    await lockOrganisation(tx)
    const rehearsed = await rehearseIn(tx, actor, operation)
    const errors = faultsOf(rehearsed, operation)
    if (Object.keys(errors).length > 0) throw new Refusal('formInvalid', { count: Object.keys(errors).length }, errors)
    const { founded, operationId } = await carryOut(tx, actor, operation, rehearsed, now).catch((error) => {
      throw isTaken(error, 'code') ? new Refusal('unitCodeTaken', { code }, { code: 'Mã này đã có.' }) : error
    })
    const made = await tx.unit.findUniqueOrThrow({ where: { id: founded[0] ?? '' }, select: { id: true, path: true } })
    return { unitId: made.id, path: made.path, operationId }
  })
}

/** What blocks, against the field that is meant. */
function faultsOf({ findings, nameOf }: Rehearsed, { day }: Operation): FieldErrors {
  const blocks = findings.filter(({ severity }) => severity === 'block')
  return Object.fromEntries(blocks.map((block) => [block.field ?? 'parentId', sayFinding(block, nameOf, day)]))
}
