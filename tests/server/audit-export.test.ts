import { Client } from 'pg'
import { expect, test } from 'vitest'
import { checkAuditExport } from '@/lib/documents/audit-export'
import { writeAudit } from '@/lib/server/audit'
import { auditFingerprint, exportAudit } from '@/lib/server/audit-export'
import { sealAudit } from '@/lib/server/audit-seal'
import { db } from '@/lib/server/db'
import { justProven } from '../support/just-proven'
import { anActor, aSmallProvince, NOW } from './small-province'

const province = await aSmallProvince()
const auditor = await anActor('auditor', province.dt)
await justProven(auditor)
const ALL = { from: '', until: '' }

const write = (personName: string, at = NOW) =>
  db.$transaction((tx) => writeAudit(tx, { personName }, { action: 'signOut', detail: { fields: ['phone'] } }, at))
const seal = () => db.$transaction((tx) => sealAudit(tx, NOW))
async function* linesOf(text: string) {
  yield* text.trimEnd().split('\n')
}
async function exported(span = ALL) {
  return new Response(await exportAudit(auditor, span, NOW)).text()
}
const judged = (text: string) => checkAuditExport(linesOf(text))

await seal()
await write('Nguyễn Thị Ẵm', new Date('2026-03-01T02:00:00Z'))
await seal()
await write('Lê Văn Tám', new Date('2026-03-02T02:00:00Z'))
await seal()

test('the whole log leaves with the signed head of its chain, and is judged without the installation', async () => {
  const verdict = await judged(await exported())
  const head = await db.auditSeal.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(verdict).toMatchObject({
    fault: null,
    fingerprint: auditFingerprint(),
    statement: { seals: 3, exportedBy: auditor.personName, chainHead: { id: String(head.id), hash: head.hash } },
  })
  expect(await db.auditEvent.count({ where: { action: 'audit.exported', actorId: auditor.userId } })).toBe(1)
})

test('days leave as the seals they stand in', async () => {
  const text = await exported({ from: '2026-03-01', until: '2026-03-01' })
  expect(text).toContain('Nguyễn Thị Ẵm')
  expect(text).not.toContain('Lê Văn Tám')
  expect(await judged(text)).toMatchObject({ fault: null, statement: { seals: 1, events: 1 } })
  await expect(exportAudit(auditor, { from: '2020-01-01', until: '2020-01-02' }, NOW)).rejects.toMatchObject({
    code: 'auditNotSealed',
  })
})

test('whatever is changed in the file is found, and the first broken link is named', async () => {
  const text = await exported()
  const lines = text.trimEnd().split('\n')
  const last = lines.length - 1
  expect((await judged(text.replace('Nguyễn Thị Ẵm', 'Nguyễn Thị Ấm'))).fault).toMatch(
    /^niêm phong số \d+: nội dung đã bị sửa$/,
  )
  expect((await judged(lines.toSpliced(0, 1).join('\n'))).fault).toMatch(/^niêm phong số \d+: có \d+ dòng/)
  const firstSeal = lines.findIndex((line) => line.startsWith('{"seal"'))
  expect((await judged(lines.toSpliced(0, firstSeal + 1).join('\n'))).fault).toContain('bản kê đã ký')
  expect((await judged(lines.toSpliced(last, 1).join('\n'))).fault).toBe('thiếu dòng cuối có chữ ký')
  expect((await judged(text.replace(auditor.personName, 'Người khác'))).fault).toMatch(/.+/)
  expect(
    (await judged(lines.with(last, lines[last]!.replace('"exportedBy":"', '"exportedBy":"x')).join('\n'))).fault,
  ).toBe('chữ ký không khớp')
  expect((await judged('{"không":1}')).fault).toBe('dòng 1 không đọc được')
})

test('the password is asked for again first', async () => {
  const another = await anActor('auditor', province.dt)
  await expect(exportAudit(another, ALL, NOW)).rejects.toMatchObject({ code: 'reauthenticationNeeded' })
})

test('nobody but an auditor takes the log away', async () => {
  for (const role of ['provinceAdmin', 'unitHead', 'person', 'integrationAdmin'] as const) {
    const other = await anActor(role, province.dt)
    await expect(exportAudit(other, ALL, NOW)).rejects.toMatchObject({ code: 'notFound' })
  }
})

test.each(['audit_event', 'audit_seal'])('the application can neither change, delete nor empty %s', async (table) => {
  const application = new Client(process.env.DATABASE_URL)
  await application.connect()
  const refused = (statement: string) =>
    expect(application.query(statement)).rejects.toMatchObject({
      message: expect.stringMatching(/permission denied|must be owner/),
    })
  await refused(`UPDATE ${table} SET id = id`)
  await refused(`DELETE FROM ${table}`)
  await refused(`TRUNCATE ${table}`)
  await refused(`ALTER TABLE ${table} DISABLE TRIGGER append_only`)
  await refused(`DROP TABLE ${table}`)
  await application.end()
  const owner = new Client(process.env.DATABASE_OWNER_URL)
  await owner.connect()
  for (const statement of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
    await expect(owner.query(statement)).rejects.toMatchObject({ message: expect.stringContaining('append-only') })
  }
  await owner.end()
})
