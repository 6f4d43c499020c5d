import '../../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { pictureOf, SetPicture, setPicture, shownPicture } from '@/lib/server/signing/signature-picture'
import { aSeal, aSignature } from '../../support/a-png'
import { call, owner, trust } from '../../support/signing'
import { anAgency, issued } from '../exports/an-agency'

vi.setConfig({ testTimeout: 60_000 })
beforeAll(() => trust())

/** A head is a person, too, with a record of their own. */
const asThemselves = ({ headActor, person }: Awaited<ReturnType<typeof anAgency>>): Actor => ({
  ...headActor,
  grants: [...headActor.grants, ...person.actor.grants],
})
const set = (actor: Actor, png: Buffer | null, unitId: string | null = null) =>
  setPicture(call(actor, SetPicture.parse({ unitId, file: png && png.toString('base64') })))
const isDrawn = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1').split('/Subtype /Image').length - 1

test('R78: what is signed and sealed from then on bears the pictures of person and agency; without one, words', async () => {
  const agency = await anAgency()
  const plain = await issued(agency)
  await set(asThemselves(agency), aSignature())
  await set(agency.admin.actor, aSeal(), agency.unit.id)
  expect(await shownPicture({ userId: agency.headActor.userId })).toMatch(/^data:image\/png;base64,/)
  const document = await issued(agency, plain.id)
  // Each picture is two images: its points, and how far one sees through them.
  expect(isDrawn(document.signedPdf!) - isDrawn(plain.signedPdf!)).toBe(4)
  expect(document.verdict).toMatchObject({ valid: true })
  await set(asThemselves(agency), null)
  expect(await pictureOf({ userId: agency.headActor.userId })).toBeNull()
  expect(await pictureOf({ unitId: agency.unit.id })).not.toBeNull()
  const log = await db.auditEvent.findMany({
    where: { subjectId: { in: [agency.headActor.userId, agency.unit.id] }, action: { startsWith: 'signing.picture' } },
    orderBy: { id: 'asc' },
  })
  expect(log.map(({ action }) => action)).toEqual([
    'signing.pictureSet',
    'signing.pictureSet',
    'signing.pictureRemoved',
  ])
})

test('nobody sets the seal of an agency that is not theirs to register for, no other file is taken, and nothing is rewritten', async () => {
  const [agency, other] = [await anAgency(), await anAgency()]
  for (const actor of [agency.headActor, agency.keeper.actor, agency.person.actor, other.admin.actor])
    await expect(set(actor, aSeal(), agency.unit.id)).rejects.toMatchObject({ code: 'notFound' })
  await expect(set(asThemselves(agency), Buffer.from('GIF89a'))).rejects.toMatchObject({
    code: 'signaturePictureUnfit',
  })
  expect(SetPicture.safeParse({ unitId: null, file: 'A'.repeat(700_000) }).success).toBe(false)
  await set(asThemselves(agency), aSignature())
  await expect(owner('UPDATE signature_picture SET sha256 = NULL', [])).rejects.toThrow()
})
