import 'server-only'
import { z } from 'zod'
import { plain } from '@/lib/catalogue/code-list'
import { isRealDay } from '@/lib/catalogue/days'
import { dateColumn } from '@/lib/domain/calendar'
import { type Actor, can } from '@/lib/domain/policy'
import { type FieldErrors, Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { isUnitCode, pathUnder, typesUnder } from '@/lib/domain/unit-tree'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { isTaken } from '../unique-taken'

export const CreateUnit = z.object({
  /** Short code within the province, a step of the path: `thpt-sa-dec`. */
  code: typedText(40).refine(isUnitCode, 'Mã gồm chữ thường không dấu, chữ số và gạch nối, ví dụ thpt-sa-dec.'),
  name: typedText(255, 'Ghi tên đơn vị như trong quyết định thành lập.'),
  typeCode: z.string().min(1, 'Chọn loại đơn vị.'),
  parentId: z.uuid().nullable(),
  /** National e-identifier; without it nothing of the unit is sent. */
  agencyCode: z
    .string()
    .trim()
    .regex(/^[A-Z][0-9]{2}(\.[0-9]{1,4}){0,4}$/, 'Mã định danh có dạng H20.09.01 (QĐ 20/2020/QĐ-TTg).')
    .nullable(),
  validFrom: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/07/2025.'),
  /** Number of the decision. */
  basis: typedText(200, 'Ghi số quyết định thành lập.'),
})

/** A new unit in the tree, with the first page of its history. */
export async function createUnit({ transact, actor, input, now }: Call<z.output<typeof CreateUnit>>) {
  const { code, name, typeCode, parentId, agencyCode, validFrom, basis } = input
  return transact(async (tx) => {
    const parent = await loadParent(tx, actor, parentId)
    const errors = await faults(tx, input, parent)
    if (Object.keys(errors).length > 0) throw new Refusal('formInvalid', { count: Object.keys(errors).length }, errors)
    const path = pathUnder(parent?.path ?? null, code)
    const unit = await tx.unit
      .create({ data: { code, name, searchName: plain(name), typeCode, parentId, agencyCode, path, createdAt: now } })
      .catch((error) => {
        throw isTaken(error, 'code') ? new Refusal('unitCodeTaken', { code }, { code: 'Mã này đã có.' }) : error
      })
    await tx.unitVersion.create({
      data: { unitId: unit.id, name, typeCode, parentId, agencyCode, validFrom: dateColumn(validFrom), basis },
    })
    const subject = { type: 'unit', id: unit.id, name } as const
    await writeAudit(tx, actor, { action: 'unit.created', subject, unitPath: path, detail: { code, basis } }, now)
    return { unitId: unit.id, path }
  })
}

async function loadParent(tx: Tx, actor: Actor, parentId: string | null) {
  const parent = parentId === null ? null : await tx.unit.findUnique({ where: { id: parentId } })
  if (parentId !== null && !parent) throw new Refusal('notFound', {})
  if (!can(actor, 'unit.manage', { personId: null, unitPath: parent?.path ?? '/' })) throw new Refusal('notFound', {})
  return parent
}

async function faults(tx: Tx, unit: z.output<typeof CreateUnit>, parent: { typeCode: string; name: string } | null) {
  const errors: FieldErrors = {}
  const allowed = typesUnder(parent?.typeCode ?? null, unit.validFrom)
  if (!allowed.some(({ code }) => code === unit.typeCode)) {
    errors.typeCode = parent
      ? `Loại này không đặt dưới ${parent.name} từ ngày đã ghi. Chọn loại khác hoặc đơn vị cấp trên khác.`
      : 'Loại này phải có đơn vị cấp trên. Chọn đơn vị cấp trên.'
  }
  if (await tx.unit.findUnique({ where: { code: unit.code }, select: { id: true } })) {
    errors.code = `Mã “${unit.code}” đã có. Chọn mã khác.`
  }
  const namesake = unit.agencyCode && (await tx.unit.findUnique({ where: { agencyCode: unit.agencyCode } }))
  if (namesake) errors.agencyCode = `Mã định danh này đã ghi cho ${namesake.name}.`
  return errors
}
