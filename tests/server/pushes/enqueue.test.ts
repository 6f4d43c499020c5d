import { describe, expect, test } from 'vitest'
import { type DeliveryState, mayBeSuperseded } from '@/lib/domain/push'
import { db } from '@/lib/server/db'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'
import { releaseHeld } from '@/lib/server/pushes/release'
import { resend } from '@/lib/server/pushes/resend'
import { call, someone } from '../../support/builders'
import { aPerson, approved, aRevision, aUnit, statesOf } from './an-outbox'

describe('what is approved enters the outbox', () => {
  test('R142: waiting at once, under the citizen id, once however often it is asked', async () => {
    const who = await aPerson(await aUnit())
    const delivery = await approved(who)
    expect(delivery).toMatchObject({ state: 'waiting', personKey: who.person.citizenId, version: 1, reasonCode: null })
    await db.$transaction((tx) => enqueueDeliveries(tx, [delivery.revisionId], new Date()))
    expect(await statesOf(who)).toEqual(['waiting'])
  })

  test.each([
    ['NGUOI_LAM_VIEC_HOI', 'excluded'],
    ['LAO_DONG_HOP_DONG', 'excluded'],
    ['CONG_CHUC', 'waiting'],
  ])('R145: %s is %s', async (category, state) => {
    const delivery = await approved(await aPerson(await aUnit(), category))
    expect(delivery).toMatchObject({ state, reasonCode: state === 'excluded' ? 'categoryNotSent' : null })
  })

  test('R145: what is excluded at the source is not sent by hand either', async () => {
    const unit = await aUnit()
    const { id } = await approved(await aPerson(unit, 'NGUOI_LAM_VIEC_HOI'))
    const { actor } = await someone(unit, 'integrationAdmin')
    const again = resend(call(actor, { id: String(id), reason: 'Thử gửi' }))
    await expect(again).rejects.toMatchObject({ code: 'deliveryNotResendable' })
    expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ state: 'excluded' })
  })

  test('held with the reason while the unit has no national code, let go when it has', async () => {
    const unit = await aUnit(null)
    const who = await aPerson(unit)
    expect(await approved(who)).toMatchObject({ state: 'held', reasonCode: 'unitWithoutAgencyCode' })
    await releaseHeld(db)
    expect(await statesOf(who)).toEqual(['held'])
    await db.unit.update({ where: { id: unit.id }, data: { agencyCode: 'H20.99.01' } })
    await releaseHeld(db)
    expect(await statesOf(who)).toEqual(['waiting'])
  })

  test('whole or not at all, with the approval', async () => {
    const who = await aPerson(await aUnit())
    const revision = await aRevision(who)
    const refused = db.$transaction(async (tx) => {
      await enqueueDeliveries(tx, [revision.id], new Date())
      throw new Error('the signature did not hold')
    })
    await expect(refused).rejects.toThrow()
    expect(await statesOf(who)).toEqual([])
  })

  test('a whole unit in one go', async () => {
    const unit = await aUnit()
    const some = await Promise.all(Array.from({ length: 20 }, () => aPerson(unit)))
    const revisions = await Promise.all(some.map((who) => aRevision(who)))
    await db.$transaction((tx) =>
      enqueueDeliveries(
        tx,
        revisions.map(({ id }) => id),
        new Date(),
      ),
    )
    expect(await db.delivery.count({ where: { unitId: unit.id, state: 'waiting' } })).toBe(20)
  })
})

const STATES: DeliveryState[] = [
  'waiting',
  'sending',
  'accepted',
  'refused',
  'parked',
  'superseded',
  'excluded',
  'held',
]

test.each(STATES.flatMap((state) => [false, true].map((uncertain) => [state, uncertain] as const)))(
  'an older version that is %s (doubtful: %s) gives way in the database as in the rule',
  async (state, uncertain) => {
    const who = await aPerson(await aUnit())
    const older = await approved(who)
    await db.delivery.update({ where: { id: older.id }, data: { state, uncertain } })
    await approved(who)
    expect(await statesOf(who)).toEqual([mayBeSuperseded({ state, uncertain }) ? 'superseded' : state, 'waiting'])
  },
)
