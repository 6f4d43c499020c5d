import { describe, expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { db } from '@/lib/server/db'
import { addEvidence } from '@/lib/server/evidence/add-evidence'
import { checkValues } from '@/lib/server/evidence/check-values'
import { evidenceFile } from '@/lib/server/evidence/evidence-file'
import { reuseEvidence } from '@/lib/server/evidence/link-evidence'
import { matchedWithPopulation } from '@/lib/server/evidence/matched-with-population'
import { valueHash } from '@/lib/server/evidence/value-hash'
import { statePurpose } from '@/lib/server/records/state-purpose'
import { aPng } from '../../support/a-paper'
import { aSubmission, aUnit, call, NOW, someone } from '../../support/builders'

import {
  aCheck,
  aPaper,
  approved,
  CITIZEN_ID,
  hashOf,
  later,
  PHOTO,
  PURPOSE,
  papersFor,
  pdf,
  people,
  typed,
} from './a-paper-beside'

describe('a value is declared, checked, matched', () => {
  test('an officer checks it by its paper; changed, it is only declared again', async () => {
    const { person, officer } = await people()
    const { id } = await addEvidence(call(person.actor, aPaper(person.recordId, { documentNo: 'CCCD' })))
    const seen = await hashOf(person.recordId, CITIZEN_ID)
    await checkValues(call(officer.actor, aCheck(person.recordId, id, seen)))
    const standing = async () => (await papersFor(person.actor, person.recordId)).standings.get('identity.citizen_id.')
    expect(await standing()).toMatchObject({ kind: 'checked', byName: officer.fullName, paper: 'CCCD', at: NOW })
    await typed(person.recordId, 'identity', 'citizen_id', '087188009999')
    expect(await standing()).toBeUndefined()
    await expect(checkValues(call(officer.actor, aCheck(person.recordId, id, seen)))).rejects.toMatchObject({
      code: 'valueChanged',
    })
  })

  test('a head checks too; nobody their own; nobody without a paper or its name', async () => {
    const { unit, person, officer } = await people()
    const head = await someone(unit, 'unitHead')
    const seen = await hashOf(person.recordId, CITIZEN_ID)
    const none = aCheck(person.recordId, null, seen)
    await expect(checkValues(call(head.actor, none))).rejects.toMatchObject({ code: 'paperMissing' })
    await checkValues(call(head.actor, { ...none, values: [{ ...none.values[0]!, paper: 'thẻ CCCD gốc' }] }))
    expect((await papersFor(person.actor, person.recordId)).standings.get('identity.citizen_id.')).toMatchObject({
      paper: 'thẻ CCCD gốc',
    })
    const own = aCheck(officer.recordId, null, await hashOf(officer.recordId, CITIZEN_ID))
    await expect(checkValues(call(officer.actor, own))).rejects.toMatchObject({ code: 'ownRecord' })
  })

  test('the version that waits for review is checked as it was sent, whatever is typed meanwhile', async () => {
    const { person, officer } = await people()
    const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
    await aSubmission(person.recordId, 'submitted', draft as RecordData)
    const seen = await hashOf(person.recordId, CITIZEN_ID)
    await typed(person.recordId, 'identity', 'citizen_id', '087188009998')
    const check = aCheck(person.recordId, null, seen)
    await checkValues(call(officer.actor, { ...check, values: [{ ...check.values[0]!, paper: 'thẻ CCCD gốc' }] }))
  })

  test('the population database agrees, and says more than a check; what it no longer says is taken back', async () => {
    const { person } = await people()
    const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
    const value = (draft as RecordData).identity.citizen_id
    const { section, code } = CITIZEN_ID
    const match = (holds: boolean, at: Date) =>
      db.$transaction((tx) =>
        matchedWithPopulation(tx, [{ recordId: person.recordId, section, code, value, holds }], {
          byName: 'CSDLQG',
          at,
        }),
      )
    const kind = async () =>
      (await papersFor(person.actor, person.recordId)).standings.get('identity.citizen_id.')?.kind
    expect([await match(false, NOW), await match(true, NOW), await match(true, later(1))]).toEqual([0, 1, 0])
    expect(await kind()).toBe('matched')
    expect(await match(false, later(2))).toBe(1)
    expect(await kind()).toBeUndefined()
  })

  test('what was said is never rewritten', async () => {
    await expect(db.valueState.deleteMany({})).rejects.toThrow(/append-only|permission denied/)
  })
})

describe('the picture at the head of the form', () => {
  const aPortrait = (recordId: string, given = {}) =>
    aPaper(recordId, { ...PHOTO, bytes: aPng({ width: 240, height: 360 }), fileName: 'anh.png', ...given })

  test('is 4×6, a picture, large enough to print', async () => {
    const { person } = await people()
    const add = (given: object) => addEvidence(call(person.actor, aPortrait(person.recordId, given)))
    await expect(add({ bytes: pdf, fileName: 'a.pdf' })).rejects.toMatchObject({ code: 'photoNotPicture' })
    await expect(add({ bytes: aPng({ width: 360, height: 360 }) })).rejects.toMatchObject({ code: 'photoShape' })
    await expect(add({ bytes: aPng({ width: 200, height: 300 }) })).rejects.toMatchObject({ code: 'photoTooSmall' })
  })

  test('is replaced by the next, is no paper, and is official once an officer has checked it', async () => {
    const { person, officer } = await people()
    const first = await addEvidence(call(person.actor, aPortrait(person.recordId)))
    const next = aPng({ width: 300, height: 450 })
    const second = await addEvidence(call(person.actor, aPortrait(person.recordId, { bytes: next }), later(1)))
    await expect(evidenceFile(person.actor, first.id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(
      reuseEvidence(call(person.actor, { evidenceId: second.id, ...CITIZEN_ID, page: null })),
    ).rejects.toMatchObject({ code: 'notFound' })
    await approved(person.recordId, later(2))
    const { actor } = await someone(await aUnit(), 'provinceAdmin')
    await statePurpose(call(actor, { recordId: person.recordId, ...PURPOSE }))
    expect((await papersFor(actor, person.recordId)).photo).toBeNull()
    const { photo, papers } = await papersFor(officer.actor, person.recordId)
    expect([photo?.id, papers]).toEqual([second.id, []])
    const seen = valueHash(person.recordId, PHOTO, photo?.sha256)
    const check = { recordId: person.recordId, holds: true, values: [{ ...PHOTO, seen, evidenceId: null, paper: '' }] }
    await checkValues(call(officer.actor, check))
    expect((await papersFor(actor, person.recordId)).photo?.id).toBe(second.id)
    // A later one that nobody has checked is for the daily work alone.
    const third = await addEvidence(call(person.actor, aPortrait(person.recordId), later(3)))
    expect((await papersFor(actor, person.recordId)).photo?.id).toBe(second.id)
    expect((await papersFor(person.actor, person.recordId)).photo?.id).toBe(third.id)
    await expect(evidenceFile(actor, third.id)).rejects.toMatchObject({ code: 'notFound' })
    expect((await evidenceFile(person.actor, second.id)).type).toBe('image/png')
  })
})
