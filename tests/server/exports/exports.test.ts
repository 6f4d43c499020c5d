import '../../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { EXPORT_LIST } from '@/lib/domain/lists/export-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { judgeUpload } from '@/lib/server/check/judge-upload'
import { printedExport } from '@/lib/server/check/printed-export'
import { db } from '@/lib/server/db'
import { registerAgencyCertificate } from '@/lib/server/exports/agency-certificate'
import { cancelExport, refuseExport } from '@/lib/server/exports/end-export'
import { exportList } from '@/lib/server/exports/export-list'
import { exportFile, exportPage } from '@/lib/server/exports/export-page'
import { requestExport } from '@/lib/server/exports/request-export'
import { completeSeal, startSeal } from '@/lib/server/exports/seal-export'
import { startExportSignature } from '@/lib/server/exports/sign-export'
import { trustAnchors } from '@/lib/server/trust-anchors'
import type { Unit } from '@/prisma/generated/client'
import type { Signer } from '../../documents/a-chain'
import { ask } from '../../support/ask'
import { aSubmission, NOW, someone } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { call, chain, openMonth, owner, signBatch, trust } from '../../support/signing'
import { anAgency, asked, bundle, given, issued, made, PURPOSE, sealed, signed } from './an-agency'

vi.setConfig({ testTimeout: 90_000 })
beforeAll(() => trust())

const judge = (pdf: Uint8Array) => verifyPdf(pdf, { anchors: trustAnchors(), at: NOW, demonstration: true })

test('R78: asked by the person, signed by the head, sealed by the agency: both signatures hold and it has a number', async () => {
  const agency = await anAgency()
  const id = await asked(agency)
  await signed(agency.headActor, id, agency.key)
  const half = await db.legalExport.findUniqueOrThrow({ where: { id } })
  expect(half).toMatchObject({ state: 'signed', number: null, closedAt: null })
  expect((await judge(half.signedPdf!)).reasons).toMatchObject([{ code: 'signatureCount' }])

  await sealed(agency.keeper.actor, id, agency.seal)
  const whole = await db.legalExport.findUniqueOrThrow({ where: { id } })
  expect(whole).toMatchObject({ state: 'issued', number: 1, year: 2026, sealedById: agency.keeper.actor.userId })
  const verdict = await judge(whole.signedPdf!)
  expect(verdict).toMatchObject({ valid: true, manifest: { type: 'hscbcc.export/1', exportId: id, count: 1 } })
  expect(verdict.signatures.map(({ field }) => field)).toEqual(['NguoiCoThamQuyen', 'CoQuan'])
  expect(Buffer.from(whole.signedPdf!.subarray(0, half.signedPdf!.length)).equals(Buffer.from(half.signedPdf!))).toBe(
    true,
  )
  const log = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  expect(log.map(({ action }) => action)).toEqual(['export.requested', 'export.signed', 'export.issued'])
})

test('R78: who holds the paper has it checked without an account, as code and as file', async () => {
  const agency = await anAgency()
  const whole = await issued(agency)
  expect(await printedExport(whole.verifyCode)).toMatchObject({
    ...{ standing: 'stands', number: `01/XN-${agency.unit.code.toUpperCase()}`, unitName: agency.unit.name },
    ...{ signer: agency.head.person.fullName, closedAt: NOW },
  })
  expect(JSON.stringify(await printedExport(whole.verifyCode))).not.toContain(agency.person.fullName)
  expect(await judgeUpload(whole.signedPdf!, 'x.pdf', new Date('2027-05-01'))).toMatchObject({
    ...{ kept: 'same', unitName: agency.unit.name, verdict: { valid: true } },
  })
  const open = await asked(agency)
  const { verifyCode } = await db.legalExport.findUniqueOrThrow({ where: { id: open } })
  expect(await printedExport(verifyCode)).toBeNull()
})

test('R78: numbers run from 01 in each agency and year, with no gap for what was refused or given up', async () => {
  const agency = await anAgency()
  const first = await issued(agency)
  const refused = await asked(agency)
  await signed(agency.headActor, refused, agency.key)
  await startSeal(call(agency.keeper.actor, { exportId: refused, ...given(agency.seal) }))
  await refuseExport(call(agency.keeper.actor, { exportId: refused, reason: 'Sai thể thức' }))
  const second = await issued(agency)
  const other = await issued(await anAgency())
  expect([first.number, second.number, other.number]).toEqual([1, 2, 1])
  const newYear = new Date('2027-01-04T02:00:00Z')
  expect(await issued(agency, null, newYear)).toMatchObject({ year: 2027, number: 1 })
})

test('R78: of two sealed at once one has the next number, the other is told to seal anew', async () => {
  const agency = await anAgency()
  const other = await someone(agency.unit)
  const { citizenId } = await db.person.findFirstOrThrow({ where: { record: { id: other.recordId } } })
  await aSubmission(
    other.recordId,
    'checked',
    aCompleteDraft({ fullName: other.fullName, citizenId, unit: { code: agency.unit.code, name: agency.unit.name } }),
  )
  const { batchId } = await openMonth(agency.headActor, agency.unit)
  await signBatch(agency.headActor, batchId, agency.key)
  const [one, two] = [await asked(agency), await asked({ person: other })]
  for (const id of [one, two]) await signed(agency.headActor, id, agency.key)
  const { actor } = agency.keeper
  const begun: string[] = []
  for (const id of [one, two])
    begun.push((await startSeal(call(actor, { exportId: id, ...given(agency.seal) }))).attributes)
  const done = await Promise.allSettled(
    [one, two].map((exportId, index) =>
      completeSeal(call(actor, { exportId, signature: made(begun[index]!, agency.seal) })),
    ),
  )
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(done.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'exportNumberTaken' } })
  const rest = done[0]!.status === 'rejected' ? one : two
  await sealed(actor, rest, agency.seal)
  const numbers = await db.legalExport.findMany({ where: { unitId: agency.unit.id, state: 'issued' } })
  expect(numbers.map(({ number }) => number).sort()).toEqual([1, 2])
})

test('R78: what was issued is replaced, never edited: not even by the owner of the tables', async () => {
  const agency = await anAgency()
  const old = await issued(agency)
  await expect(owner('UPDATE legal_export SET purpose = $1 WHERE id = $2', ['Khác', old.id])).rejects.toThrow(
    /never edited/,
  )
  await expect(owner('DELETE FROM legal_export WHERE id = $1', [old.id])).rejects.toThrow(/never deleted/)
  const next = await issued(agency, old.id)
  expect(next).toMatchObject({ number: 2, replacesId: old.id })
  expect(JSON.parse(next.statement!).replaces).toEqual({
    exportId: old.id,
    number: `01/XN-${agency.unit.code.toUpperCase()}`,
  })
  expect(await db.legalExport.findUnique({ where: { id: old.id } })).toMatchObject({ state: 'replaced' })
  expect(await printedExport(old.verifyCode)).toMatchObject({
    standing: 'replaced',
    replacedBy: `02/XN-${agency.unit.code.toUpperCase()}`,
  })
  await expect(asked(agency, old.id)).rejects.toMatchObject({ code: 'exportDecided' })
})

test('R78: only the head who approves signs, only the keeper of that agency seals, and never one person both', async () => {
  const agency = await anAgency()
  const stranger = await anAgency()
  const id = await asked(agency)
  const begin = (actor: Actor, key: Signer) => startExportSignature(call(actor, { exportId: id, ...given(key) }))
  for (const actor of [stranger.headActor, agency.keeper.actor, agency.officer.actor, agency.person.actor])
    await expect(begin(actor, agency.key)).rejects.toMatchObject({ code: 'notFound' })
  await expect(begin(agency.headActor, agency.seal)).rejects.toMatchObject({ code: 'certificateNotRegistered' })
  await signed(agency.headActor, id, agency.key)

  const seal = (actor: Actor, key: Signer) => startSeal(call(actor, { exportId: id, ...given(key) }))
  for (const actor of [agency.headActor, stranger.keeper.actor, agency.officer.actor])
    await expect(seal(actor, agency.seal)).rejects.toMatchObject({ code: 'notFound' })
  for (const key of [agency.key, stranger.seal])
    await expect(seal(agency.keeper.actor, key)).rejects.toMatchObject({ code: 'agencyCertificateMissing' })
  const both: Actor = {
    ...agency.headActor,
    grants: [...agency.headActor.grants, ...agency.keeper.actor.grants.filter(({ role }) => role === 'sealKeeper')],
  }
  await expect(seal(both, agency.seal)).rejects.toMatchObject({ code: 'sealByAnother' })
})

test('R78: a signature by another key than the one that began is refused, and the log keeps why', async () => {
  const agency = await anAgency()
  const id = await asked(agency)
  await signed(agency.headActor, id, agency.key)
  const { attributes } = await startSeal(call(agency.keeper.actor, { exportId: id, ...given(agency.seal) }))
  const wrong = completeSeal(call(agency.keeper.actor, { exportId: id, signature: made(attributes, agency.key) }))
  await expect(wrong).rejects.toMatchObject({ code: 'signatureRefused' })
  expect(await db.legalExport.findUnique({ where: { id } })).toMatchObject({ state: 'signed', number: null })
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'export.signatureRefused' } })).toBe(1)
})

test('R78: a list of the unit is issued the same way, each record in it by its leaf', async () => {
  const agency = await anAgency()
  const { actor } = agency.officer
  const { exportId } = await requestExport(
    call(actor, { kind: 'list' as const, unitId: agency.unit.id, purpose: PURPOSE, replaces: null }),
  )
  await signed(agency.headActor, exportId, agency.key)
  await sealed(agency.keeper.actor, exportId, agency.seal)
  const whole = await db.legalExport.findUniqueOrThrow({ where: { id: exportId } })
  expect(await judge(whole.signedPdf!)).toMatchObject({ valid: true, manifest: { count: 1 } })
  expect(JSON.parse(whole.statement!).records).toMatchObject([{ id: agency.person.recordId }])
})

test('nothing approved, asked twice, or asked about a stranger is refused', async () => {
  const agency = await anAgency()
  const fresh = await someone(agency.unit)
  await expect(asked({ person: fresh })).rejects.toMatchObject({ code: 'exportNothingApproved' })
  const stranger = { person: { ...fresh, recordId: agency.person.recordId } }
  await expect(asked(stranger)).rejects.toMatchObject({ code: 'notFound' })
  await asked(agency)
  await expect(asked(agency)).rejects.toMatchObject({ code: 'exportOpen' })
})

test('the register shows each reader their own; a stranger finds neither row, page nor file', async () => {
  const agency = await anAgency()
  const whole = await issued(agency)
  const stranger = await someone((await anAgency()).unit, 'recordsOfficer', 'sealKeeper')
  const listed = async (actor: Actor) => (await exportList(actor, ask(EXPORT_LIST, ''))).rows.map(({ id }) => id)
  for (const { actor } of [agency.person, agency.keeper, agency.officer, { actor: agency.headActor }]) {
    expect(await listed(actor)).toEqual([whole.id])
    expect((await exportFile(call(actor, { exportId: whole.id }))).isIssued).toBe(true)
  }
  expect(await listed(stranger.actor)).toEqual([])
  await expect(exportPage(stranger.actor, whole.id)).rejects.toMatchObject({ code: 'notFound' })
  await expect(exportFile(call(stranger.actor, { exportId: whole.id }))).rejects.toMatchObject({ code: 'notFound' })
  const colleague = await someone(agency.unit)
  await expect(exportPage(colleague.actor, whole.id)).rejects.toMatchObject({ code: 'notFound' })
})

test('before it is signed only the head sees the paper; who asked may take it back until then', async () => {
  const agency = await anAgency()
  const id = await asked(agency)
  expect((await exportFile(call(agency.headActor, { exportId: id }))).isIssued).toBe(false)
  await expect(exportFile(call(agency.person.actor, { exportId: id }))).rejects.toMatchObject({ code: 'notFound' })
  await expect(cancelExport(call(agency.officer.actor, { exportId: id }))).rejects.toMatchObject({ code: 'notFound' })
  await cancelExport(call(agency.person.actor, { exportId: id }))
  await expect(cancelExport(call(agency.person.actor, { exportId: id }))).rejects.toMatchObject({
    code: 'exportDecided',
  })
  await expect(signed(agency.headActor, id, agency.key)).rejects.toMatchObject({ code: 'exportDecided' })
})

test('an agency has one certificate at a time, registered by who may; the one before signs nothing more', async () => {
  const agency = await anAgency()
  const next = chain.signer({ name: agency.unit.name })
  const register = (actor: Actor, unit: Unit) =>
    registerAgencyCertificate(call(actor, { unitId: unit.id, file: bundle(next) }))
  await expect(register(agency.keeper.actor, agency.unit)).rejects.toMatchObject({ code: 'notFound' })
  await register(agency.admin.actor, agency.unit)
  await expect(register(agency.admin.actor, agency.unit)).rejects.toMatchObject({ code: 'certificateTaken' })
  const id = await asked(agency)
  await signed(agency.headActor, id, agency.key)
  await expect(sealed(agency.keeper.actor, id, agency.seal)).rejects.toMatchObject({ code: 'agencyCertificateMissing' })
  await sealed(agency.keeper.actor, id, next)
})
