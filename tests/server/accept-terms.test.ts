import { expect, test } from 'vitest'
import { acceptTerms } from '@/lib/server/accept-terms'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { anAccount } from './an-account'

const now = new Date('2026-11-24T01:00:00Z')

test('R63: which terms were accepted, and when, is stored and logged; a version of another day is refused', async () => {
  const { user, person } = await anAccount()
  const acting = { userId: user.id, personName: person.fullName, sessionId: user.id }
  const accept = (version: string) => transact((tx) => acceptTerms(tx, acting, version, now))

  await expect(accept('0')).rejects.toMatchObject({ code: 'termsChanged' })
  expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({ termsVersion: null })

  await accept('1')
  expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
    termsVersion: '1',
    termsAcceptedAt: now,
  })
  const entry = await db.auditEvent.findFirst({ where: { action: 'terms.accepted', actorId: user.id } })
  expect(entry).toMatchObject({ detail: { version: '1' } })
})
