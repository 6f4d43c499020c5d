import { sign } from 'node:crypto'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { registerAgencyCertificate } from '@/lib/server/exports/agency-certificate'
import { requestExport } from '@/lib/server/exports/request-export'
import { completeSeal, startSeal } from '@/lib/server/exports/seal-export'
import { completeExportSignature, startExportSignature } from '@/lib/server/exports/sign-export'
import { pem } from '@/lib/start/demo-keys'
import type { Signer } from '../../documents/a-chain'
import { aSubmission, NOW, someone } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { aUnitWithHead, base64, call, chain, openMonth, signBatch } from '../../support/signing'

export const PURPOSE = 'Nộp hồ sơ dự tuyển tại Sở Y tế'

/** A unit with head, keeper, administrator and a certificate of its own, and somebody whose record was signed. */
export async function anAgency() {
  const { unit, head, actor, key } = await aUnitWithHead()
  const person = await someone(unit)
  const keeper = await someone(unit, 'sealKeeper')
  const admin = await someone(unit, 'unitAdmin')
  const officer = await someone(unit, 'recordsOfficer')
  const { citizenId } = await db.person.findFirstOrThrow({ where: { record: { id: person.recordId } } })
  await aSubmission(
    person.recordId,
    'checked',
    aCompleteDraft({ fullName: person.fullName, citizenId, unit: { code: unit.code, name: unit.name } }),
  )
  const { batchId } = await openMonth(actor, unit)
  await signBatch(actor, batchId, key)
  const seal = chain.signer({ name: unit.name })
  await registerAgencyCertificate(call(admin.actor, { unitId: unit.id, file: bundle(seal) }))
  return { unit, head, headActor: actor, key, person, keeper, admin, officer, seal }
}

export type Agency = Awaited<ReturnType<typeof anAgency>>

export const asked = async ({ person }: Pick<Agency, 'person'>, replaces: string | null = null, now = NOW) =>
  (
    await requestExport(
      call(person.actor, { kind: 'cv' as const, recordId: person.recordId, purpose: PURPOSE, replaces }, now),
    )
  ).exportId

export const given = ({ certificate, intermediates }: Signer) => ({
  certificate: base64(certificate),
  intermediates: intermediates.map(base64),
})
/** As an authority gives it: the certificate, then who issued it. */
export const bundle = ({ certificate, intermediates }: Signer) =>
  new Uint8Array(Buffer.from([certificate, ...intermediates].map(pem).join('')))
export const made = (attributes: string, signer: Signer) =>
  base64(sign('sha256', Buffer.from(attributes, 'base64'), signer.key))

export async function signed(actor: Actor, exportId: string, key: Signer, now = NOW) {
  const { attributes } = await startExportSignature(call(actor, { exportId, ...given(key) }, now))
  return completeExportSignature(call(actor, { exportId, signature: made(attributes, key) }, now))
}
export async function sealed(actor: Actor, exportId: string, key: Signer, now = NOW) {
  const { attributes } = await startSeal(call(actor, { exportId, ...given(key) }, now))
  return completeSeal(call(actor, { exportId, signature: made(attributes, key) }, now))
}
export const issued = async (agency: Agency, replaces: string | null = null, now = NOW) => {
  const id = await asked(agency, replaces, now)
  await signed(agency.headActor, id, agency.key, now)
  await sealed(agency.keeper.actor, id, agency.seal, now)
  return db.legalExport.findUniqueOrThrow({ where: { id } })
}
