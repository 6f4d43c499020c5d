import '../../support/own-data-folder'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { askAboutExports } from '@/lib/server/exports/ask-about-exports'
import { refuseExport } from '@/lib/server/exports/end-export'
import { exportPage } from '@/lib/server/exports/export-page'
import { requestExport } from '@/lib/server/exports/request-export'
import { NOW } from '../../support/builders'
import { call, chain, register, trust } from '../../support/signing'
import { minutesLater } from '../../support/tool-signing'
import { anAgency, asked, PURPOSE, sealed, signed } from './an-agency'

vi.setConfig({ testTimeout: 90_000 })
let authority: Awaited<ReturnType<typeof trust>>
let addresses: Pick<typeof env, 'OCSP_URLS' | 'CRL_URLS'>
beforeAll(async () => {
  authority = await trust()
  const { OCSP_URLS, CRL_URLS } = env
  addresses = { OCSP_URLS, CRL_URLS }
})
afterEach(async () => {
  Object.assign(env, addresses)
  await authority.turn({})
})

const silent = () => Object.assign(env, { OCSP_URLS: [], CRL_URLS: [] })
const rowOf = (id: string) => db.legalExport.findUniqueOrThrow({ where: { id } })
const logOf = async (id: string) =>
  (await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(({ action }) => action)

const heard = () => Object.assign(env, addresses)

/** A second head's certificate nobody has asked about. */
async function aSilentAgency() {
  const agency = await anAgency()
  // The head's certificate was asked about when the month was signed: another one.
  const key = chain.signer({ name: agency.head.person.fullName })
  await register(agency.headActor.userId, agency.unit, key)
  return { ...agency, key }
}

test('R78: while nobody says whether the signer was revoked the document waits; then it goes on by itself', async () => {
  const agency = await aSilentAgency()
  const id = await asked(agency)
  silent()
  expect(await signed(agency.headActor, id, agency.key)).toEqual({ exportId: id, waits: true })
  expect(await rowOf(id)).toMatchObject({ state: 'signatureWaits', signedPdf: null, receivedAt: NOW })
  expect(await exportPage(agency.headActor, id)).toMatchObject({ maySign: false, mayRefuse: true, hasFile: false })
  await expect(signed(agency.headActor, id, agency.key)).rejects.toMatchObject({ code: 'exportDecided' })
  expect(await askAboutExports(minutesLater(1))).toBe(0)
  heard()
  expect(await askAboutExports(minutesLater(5))).toBe(1)
  expect(await rowOf(id)).toMatchObject({ state: 'signed', signedAt: NOW, returnedPdf: null, askAgainAt: null })

  silent()
  expect(await sealed(agency.keeper.actor, id, agency.seal)).toEqual({ exportId: id, waits: true })
  expect(await rowOf(id)).toMatchObject({ state: 'sealWaits', number: null, offeredNumber: 1 })
  expect((await exportPage(agency.keeper.actor, id)).number).toBeNull()
  heard()
  expect(await askAboutExports(minutesLater(10))).toBe(1)
  expect(await rowOf(id)).toMatchObject({
    ...{ state: 'issued', number: 1, year: 2026, closedAt: NOW, returnedPdf: null, askAgainAt: null },
    sealedById: agency.keeper.actor.userId,
  })
  expect(await logOf(id)).toEqual([
    ...['export.requested', 'export.awaitsAuthority', 'export.signed', 'export.awaitsAuthority', 'export.issued'],
  ])
  expect(await askAboutExports(minutesLater(90))).toBe(0)
})

test('R78: no other document is sealed while one waits with its number, so that none is lost; revoked gives it back', async () => {
  const agency = await aSilentAgency()
  const id = await asked(agency)
  await signed(agency.headActor, id, agency.key)
  const other = await requestExport(
    call(agency.officer.actor, { kind: 'list' as const, unitId: agency.unit.id, purpose: PURPOSE, replaces: null }),
  )
  await signed(agency.headActor, other.exportId, agency.key)
  silent()
  await sealed(agency.keeper.actor, id, agency.seal)
  await expect(sealed(agency.keeper.actor, other.exportId, agency.seal)).rejects.toMatchObject({
    code: 'exportSealWaits',
  })
  heard()
  const { serial } = readCertificate(agency.seal.certificate)!
  await authority.turn({ revoked: { [serial]: minutesLater(-60).toISOString() } })
  expect(await askAboutExports(minutesLater(1))).toBe(1)
  const row = await rowOf(id)
  expect(row).toMatchObject({ state: 'signed', number: null, sealedById: null, returnedPdf: null })
  expect(row.givenBack).toContain('thu hồi')
  expect(row.signedPdf).not.toBeNull()
  expect(await logOf(id)).toContain('export.signatureRefused')
})

test('the head takes back what waits; nothing comes of it afterwards', async () => {
  const agency = await aSilentAgency()
  const id = await asked(agency)
  silent()
  await signed(agency.headActor, id, agency.key)
  await refuseExport(call(agency.headActor, { exportId: id, reason: 'Nội dung chưa đúng' }))
  heard()
  expect(await askAboutExports(minutesLater(5))).toBe(0)
  expect(await rowOf(id)).toMatchObject({ state: 'refused', returnedPdf: null })
})
