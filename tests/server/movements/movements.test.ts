import { expect, test } from 'vitest'
import { MOVEMENT_LIST } from '@/lib/domain/lists/movement-list-spec'
import type { MovementKind } from '@/lib/domain/movements/movement-kinds'
import { db } from '@/lib/server/db'
import { RecordMovement } from '@/lib/server/movements/movement-input'
import { movementList } from '@/lib/server/movements/movement-list'
import { decisionFile, movementPage, recordUpTo } from '@/lib/server/movements/movement-page'
import { recordMovement } from '@/lib/server/movements/record-movement'
import { reportMovement } from '@/lib/server/movements/report-movement'
import { settleMovements } from '@/lib/server/movements/settle-movements'
import { undoMovement } from '@/lib/server/movements/undo-movement'
import { removeCalendarDay, writeCalendarDay } from '@/lib/server/movements/working-calendar'
import { reportsDue } from '@/lib/server/movements/written-movements'
import { settleToday } from '@/lib/server/organisation/settle-today'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'
import { recordPage } from '@/lib/server/records/record-page'
import type { Unit } from '@/prisma/generated/client'
import { anApproval } from '../../support/an-approval'
import { ask } from '../../support/ask'
import { aSubmission, aUnit, call, NOW, someone } from '../../support/builders'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n').toString('base64')
const CALENDAR = { userId: '00000000-0000-0000-0000-000000000000', personName: 'Tiến trình nền' }

/** Units the tree knows, two of them, and somebody who works in the first since 2020. */
async function aWorld() {
  const [here, there] = [await placed(await aUnit()), await placed(await aUnit())]
  const person = await someone(here)
  const personId = person.actor.personId ?? ''
  await db.posting.create({ data: { personId, unitId: here.id, validFrom: new Date('2020-01-01') } })
  const officer = await someone(here, 'recordsOfficer')
  const receiver = await someone(there, 'recordsOfficer')
  const base = { personId, day: '2026-11-27', basis: '15/QĐ-SNV', decidedOn: '2026-11-20' }
  const input = (kind: MovementKind, over: object = {}) => RecordMovement.parse({ ...base, kind, ...over })
  return { here, there, person, personId, officer, receiver, input }
}

async function placed(unit: Unit) {
  const { id: unitId, name, typeCode, agencyCode } = unit
  await db.unitVersion.create({ data: { unitId, name, typeCode, agencyCode, validFrom: new Date('2010-01-01') } })
  return unit
}

const postingsOf = (personId: string) =>
  db.posting.findMany({
    where: { personId },
    orderBy: { validFrom: 'asc' },
    select: { unitId: true, validUntil: true },
  })

test('R104: a transfer inside the province moves the record; the sender reads what was approved up to that day', async () => {
  const { here, there, person, personId, officer, receiver, input } = await aWorld()
  await anApproval(here, person, '0911111111', '2026-10-30T09:00:00+07:00')
  const { movementId } = await recordMovement(call(officer.actor, input('transfer', { toUnitId: there.id })))

  expect(await postingsOf(personId)).toEqual([
    { unitId: here.id, validUntil: new Date('2026-11-26') },
    { unitId: there.id, validUntil: null },
  ])
  const { record } = await recordPage(receiver.actor, person.recordId)
  expect(record.draft.agency.employing_unit).toMatchObject({ name: there.name })
  await expect(recordPage(officer.actor, person.recordId)).rejects.toMatchObject({ code: 'notFound' })

  const then = await recordUpTo(officer.actor, movementId)
  expect(then).toMatchObject({ on: '2026-11-26', past: { version: 1 } })
  expect(then.past?.data.identity.phone).toBe('0911111111')
  const stranger = await someone(await aUnit(), 'recordsOfficer')
  for (const read of [movementPage, recordUpTo])
    await expect(read(stranger.actor, movementId)).rejects.toMatchObject({ code: 'notFound' })
  const [entry] = await db.auditEvent.findMany({ where: { action: 'movement.recorded', subjectId: movementId } })
  expect(entry?.detail).toMatchObject({ kind: 'transfer', basis: '15/QĐ-SNV' })
})

test('R104: what the receiver approved after the move stays hidden from the sender', async () => {
  const { here, there, person, officer, input } = await aWorld()
  await anApproval(here, person, '0911111111', '2026-10-30T09:00:00+07:00')
  const { movementId } = await recordMovement(call(officer.actor, input('transfer', { toUnitId: there.id })))
  await anApproval(there, person, '0922222222', '2026-11-28T09:00:00+07:00')
  expect((await recordUpTo(officer.actor, movementId)).past?.data.identity.phone).toBe('0911111111')
})

test.each([
  ['carry', 'submitted'],
  ['settle', 'returned'],
] as const)('R104: what is under way is %s when somebody moves', async (openChanges, state) => {
  const { there, person, officer, input } = await aWorld()
  const { submission } = await aSubmission(person.recordId, 'submitted')
  await recordMovement(call(officer.actor, input('transfer', { toUnitId: there.id, openChanges })))
  expect((await db.submission.findUniqueOrThrow({ where: { id: submission.id } })).state).toBe(state)
})

test('nobody moves while the record is being signed', async () => {
  const { there, person, officer, input } = await aWorld()
  await aSubmission(person.recordId, 'frozen')
  await expect(recordMovement(call(officer.actor, input('transfer', { toUnitId: there.id })))).rejects.toMatchObject({
    code: 'frozenForSigning',
  })
})

test('dated ahead it waits for its day; the account ends with it, and nothing more is sent', async () => {
  const { person, personId, officer, input } = await aWorld()
  const { revision } = await aSubmission(person.recordId, 'approved')
  await db.$transaction((tx) => enqueueDeliveries(tx, [revision.id], NOW))
  const { movementId } = await recordMovement(call(officer.actor, input('retire', { day: '2026-12-01' })))
  const account = () => db.user.findUniqueOrThrow({ where: { id: person.actor.userId } })
  expect((await account()).disabledAt).toBeNull()

  const morning = new Date('2026-12-01T00:10:00+07:00')
  await db.$transaction(async (tx) => {
    await settleToday(tx, '2026-12-01', CALENDAR, morning)
    await settleMovements(tx, '2026-12-01', CALENDAR, morning)
    expect(await settleMovements(tx, '2026-12-01', CALENDAR, morning)).toBe(0)
  })
  expect((await account()).disabledAt).toEqual(morning)
  const { employmentStatus } = await db.person.findUniqueOrThrow({ where: { id: personId } })
  expect(employmentStatus).toBe('NGHI_HUU')
  expect(await db.delivery.findMany({ where: { recordId: person.recordId } })).toMatchObject([
    { state: 'excluded', reasonCode: 'personLeft' },
  ])
  // The record stays readable by who had it.
  const { record } = await recordPage(officer.actor, person.recordId)
  expect(record.draft.agency.employment_status).toBe('NGHI_HUU')

  await undoMovement(call({ ...officer.actor, today: '2026-12-01' }, { movementId }, morning))
  expect((await account()).disabledAt).toBeNull()
  expect((await db.person.findUniqueOrThrow({ where: { id: personId } })).employmentStatus).toBe('DANG_LAM_VIEC')
  expect(await postingsOf(personId)).toMatchObject([{ validUntil: null }])
  expect(await db.delivery.findMany({ where: { recordId: person.recordId } })).toMatchObject([{ state: 'waiting' }])
})

test('the latest is taken back first, once, and never what has been reported', async () => {
  const { there, officer, input, personId } = await aWorld()
  const first = await recordMovement(
    call(officer.actor, input('second', { destination: 'Bộ Nội vụ', until: '2027-11-26' })),
  )
  const planned = await db.movement.findFirstOrThrow({ where: { personId, kind: 'return' } })
  await expect(
    recordMovement(call(officer.actor, input('transfer', { toUnitId: there.id, day: '2026-12-01' }))),
  ).rejects.toMatchObject({ code: 'movementRefused' })
  await expect(undoMovement(call(officer.actor, first))).rejects.toMatchObject({ code: 'movementReferred' })
  await undoMovement(call(officer.actor, { movementId: planned.id }))
  await undoMovement(call(officer.actor, first))
  await expect(undoMovement(call(officer.actor, first))).rejects.toMatchObject({ code: 'movementUndone' })

  const out = { destination: 'UBND tỉnh An Giang', file: PDF, fileName: 'qd.pdf' }
  const { movementId } = await recordMovement(call(officer.actor, input('transferOut', out)))
  await reportMovement(call(officer.actor, { movementId, documentNo: '20/BC-THPT', sentOn: '2026-11-27' }))
  await expect(undoMovement(call(officer.actor, { movementId }))).rejects.toMatchObject({ code: 'movementReferred' })
})

test('R105: a transfer out needs the decision as PDF, and its report is due in ten working days', async () => {
  const { officer, person, personId, input, here } = await aWorld()
  const out = { destination: 'UBND tỉnh An Giang', decidedOn: '2026-04-24' }
  await expect(recordMovement(call(officer.actor, input('transferOut', out)))).rejects.toMatchObject({
    fields: { file: expect.stringContaining('PDF') },
  })
  const forged = { ...out, file: Buffer.from('MZ').toString('base64') }
  await expect(recordMovement(call(officer.actor, input('transferOut', forged)))).rejects.toMatchObject({
    code: 'decisionNotPdf',
  })
  const { movementId } = await recordMovement(call(officer.actor, input('transferOut', { ...out, file: PDF })))
  expect(await reportsDue(officer.actor)).toMatchObject([{ id: movementId, due: '2026-05-13', urgency: 'late' }])
  expect((await decisionFile(call(officer.actor, { movementId }))).bytes.toString('base64')).toBe(PDF)
  const homeAffairs = await someone(await aUnit(), 'homeAffairsOfficer')
  expect((await reportsDue(homeAffairs.actor)).map(({ id }) => id)).toContain(movementId)

  const report = { movementId, documentNo: '20/BC-THPT', sentOn: '2026-11-27' }
  const head = await someone(here, 'unitHead')
  await expect(reportMovement(call(head.actor, report))).rejects.toMatchObject({ code: 'notFound' })
  await reportMovement(call(officer.actor, report))
  await expect(reportMovement(call(officer.actor, report))).rejects.toMatchObject({ code: 'movementReported' })
  expect(await reportsDue(officer.actor)).toEqual([])
  expect((await movementPage(officer.actor, movementId)).report).toMatchObject({ urgency: 'reported' })
  expect((await db.person.findUniqueOrThrow({ where: { id: personId } })).employmentStatus).toBe('CHUYEN_NGOAI_TINH')
  expect((await db.user.findUniqueOrThrow({ where: { id: person.actor.userId } })).disabledAt).not.toBeNull()
})

test('who has gone comes back by a decision, into a unit of who writes it', async () => {
  const { there, here, personId, officer, input } = await aWorld()
  await recordMovement(call(officer.actor, input('leave', { reason: 'Theo nguyện vọng', status: 'THOI_VIEC' })))
  const back = { day: '2026-12-01', file: PDF }
  await expect(
    recordMovement(call(officer.actor, input('receive', { ...back, toUnitId: there.id }))),
  ).rejects.toMatchObject({ code: 'outsideYourUnits' })
  await recordMovement(call(officer.actor, input('receive', { ...back, toUnitId: here.id })))
  expect(await postingsOf(personId)).toHaveLength(2)
})

test('nobody writes their own movement, nor one of another unit’s people', async () => {
  const { here, there, officer, receiver, input } = await aWorld()
  const own = input('transfer', { toUnitId: there.id, personId: officer.actor.personId })
  await expect(recordMovement(call(officer.actor, own))).rejects.toMatchObject({ code: 'ownRecord' })
  await expect(recordMovement(call(receiver.actor, input('transfer', { toUnitId: here.id })))).rejects.toMatchObject({
    code: 'notFound',
  })
  expect((await movementList(receiver.actor, ask(MOVEMENT_LIST))).total).toBe(0)
  const nobody = await someone(here)
  await expect(movementList(nobody.actor, ask(MOVEMENT_LIST))).rejects.toMatchObject({ code: 'notFound' })
})

test('what was written of a life cannot be rewritten', async () => {
  const { officer, input } = await aWorld()
  const { movementId } = await recordMovement(call(officer.actor, input('retire', { day: '2026-12-01' })))
  await expect(db.movement.update({ where: { id: movementId }, data: { basis: 'khác' } })).rejects.toThrow()
  await expect(db.movement.delete({ where: { id: movementId } })).rejects.toThrow()
})

test('R105: Sở Nội vụ keeps the calendar, nobody else, and a day stands once', async () => {
  const unit = await aUnit()
  const [manager, officer] = [await someone(unit, 'homeAffairsOfficer'), await someone(unit, 'recordsOfficer')]
  const tet = { day: '2027-02-08', works: false, name: 'Tết Nguyên đán', basis: 'Thông báo 1/TB' }
  await expect(writeCalendarDay(call(officer.actor, tet))).rejects.toMatchObject({ code: 'notFound' })
  await writeCalendarDay(call(manager.actor, tet))
  await expect(writeCalendarDay(call(manager.actor, tet))).rejects.toMatchObject({ code: 'calendarDayKnown' })
  await removeCalendarDay(call(manager.actor, { day: tet.day, reason: 'Ghi nhầm' }))
  expect(await db.calendarDay.count({ where: { day: new Date(tet.day) } })).toBe(0)
})
