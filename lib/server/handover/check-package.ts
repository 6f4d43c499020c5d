import 'server-only'
import { z } from 'zod'
import { type OpenedPackage, openPackage } from '@/lib/documents/handover/open-package'
import { sha256 } from '@/lib/documents/handover/pack'
import { isOpen } from '@/lib/documents/pdf-signature/verdict'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import { PACKAGE_FAULTS, PACKAGE_MOST_BYTES } from '@/lib/domain/handover/package-faults'
import { can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { isCitizenIdHeld } from '../people/create-person'
import { revocationSource } from '../signing/revocation-source'
import { isDemonstration, trustAnchors } from '../trust-anchors'

/** A file travels as base64 text, a third longer than its bytes. */
const packageFile = z
  .base64('Không đọc được tệp. Chọn lại gói bàn giao.')
  .min(4, 'Chọn tệp gói bàn giao (.zip).')
  .max(Math.ceil(PACKAGE_MOST_BYTES / 3) * 4, PACKAGE_FAULTS.tooLarge())
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))

export const CheckPackage = z.object({ unitId: z.uuid('Chọn đơn vị nhận.'), package: packageFile })

/** What a package says, once everything in it holds. Nothing is taken in by looking. */
export async function checkPackage(call: Call<z.output<typeof CheckPackage>>) {
  const { content, data, verdict } = await soundPackage(call)
  const { identity } = data
  return {
    ...{ fullName: identity.full_name ?? '', dateOfBirth: identity.date_of_birth, from: content.from.unit },
    ...{ province: content.from.province, version: content.record.version, approvedOn: content.paper.approvedOn },
    ...{ decision: content.decision, signers: verdict.signatures.map(({ signer }) => signer) },
    /** The authority has not said whether the certificate was revoked. */
    unasked: isOpen(verdict, 'revocationUnknown'),
  }
}

/**
 * Throws `packageRefused` with every fault in words, and writes that down; `outsideYourUnits` for who takes nobody into
 * that unit, before a byte is looked at.
 */
export async function soundPackage({
  transact,
  actor,
  input,
  now,
}: Call<z.output<typeof CheckPackage>>): Promise<OpenedPackage & { sha256: string }> {
  const unit = await db.unit.findUnique({ where: { id: input.unitId }, select: { path: true, isOpen: true } })
  if (!unit?.isOpen || !can(actor, 'handover.receive', { personId: null, unitPath: unit.path }))
    throw new Refusal('outsideYourUnits', {}, { unitId: 'Chọn một đơn vị thuộc phạm vi Anh/Chị quản lý.' })
  const bytes = input.package
  const sum = sha256(bytes)
  const trust = {
    ...{ anchors: trustAnchors(), at: now, demonstration: isDemonstration() },
    revocation: revocationSource(now),
  }
  const { faults, opened } = await openPackage(bytes, trust, codeLists)
  const reasons = opened ? await knownFaults(sum, opened) : faults
  if (opened && reasons.length === 0) return { ...opened, sha256: sum }
  const subject = { type: 'page', id: '/movements/receive', name: sum.slice(0, 16) } as const
  const detail = { reasons: reasons.join(' '), sha256: sum }
  const entry = { action: 'package.refused', subject, unitPath: unit.path, detail } as const
  await transact((tx) => writeAudit(tx, actor, entry, now))
  throw new Refusal('packageRefused', { reasons }, { package: reasons[0] ?? '' })
}

/** The same package again, or of somebody who is here. */
async function knownFaults(sum: string, { data }: OpenedPackage): Promise<string[]> {
  const before = await db.receivedPackage.findUnique({ where: { sha256: sum }, select: { at: true } })
  if (before) return [PACKAGE_FAULTS.receivedBefore(sayDay(dayOf(before.at)))]
  return (await isCitizenIdHeld(db, data.identity.citizen_id ?? '')) ? [PACKAGE_FAULTS.hereAlready()] : []
}
