import { Client } from 'pg'
import { expect, test } from 'vitest'
import { writeAudit } from '@/lib/server/audit'
import { sealAudit, verifyAudit } from '@/lib/server/audit-seal'
import { db } from '@/lib/server/db'

const NOW = new Date('2026-11-27T08:40:00Z')
const write = (name: string) =>
  db.$transaction((tx) => writeAudit(tx, { personName: name }, { action: 'signOut' }, NOW))
const seal = () => db.$transaction((tx) => sealAudit(tx, NOW))

test('events are sealed in turn, each seal chained to the last; the worker’s role cannot unseal them', async () => {
  await write('A')
  await write('B')
  expect(await seal()).toBe(2)
  expect(await seal()).toBe(0)
  await write('C')
  expect(await seal()).toBe(1)
  expect(await verifyAudit(db)).toMatchObject({ seals: 2, events: 3, unsealed: 0, broken: null })
  await expect(db.auditSeal.deleteMany()).rejects.toThrow()
  await expect(db.auditEvent.deleteMany()).rejects.toThrow()
})

test('an event whose transaction ends late is sealed later, not lost', async () => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const slow = db.$transaction(async (tx) => {
    await writeAudit(tx, { personName: 'chậm' }, { action: 'signOut' }, NOW)
    await held
  })
  await new Promise((resolve) => setTimeout(resolve, 200))
  await write('nhanh')
  await seal()
  letGo()
  await slow
  await write('sau')
  await seal()
  const { events, unsealed, broken } = await verifyAudit(db)
  expect({ events: events + unsealed, broken }).toEqual({ events: await db.auditEvent.count(), broken: null })
})

test('what the owner of the database changes behind the application’s back is found', async () => {
  await write('bị sửa')
  await seal()
  const owner = new Client(process.env.DATABASE_OWNER_URL)
  await owner.connect()
  await owner.query('ALTER TABLE audit_event DISABLE TRIGGER append_only')
  await owner.query(`UPDATE audit_event SET actor_name = 'kẻ khác' WHERE actor_name = 'bị sửa'`)
  await owner.query('ALTER TABLE audit_event ENABLE TRIGGER append_only')
  await owner.end()
  expect((await verifyAudit(db)).broken).toMatchObject({ why: 'nội dung đã bị sửa' })
})
