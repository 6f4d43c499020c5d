import { describe, expect, test } from 'vitest'
import { placeKey } from '@/lib/domain/evidence/place'
import { db } from '@/lib/server/db'
import { addEvidence } from '@/lib/server/evidence/add-evidence'
import { checkValues } from '@/lib/server/evidence/check-values'
import { removeEvidence } from '@/lib/server/evidence/end-links'
import { evidenceFile } from '@/lib/server/evidence/evidence-file'
import { reuseEvidence } from '@/lib/server/evidence/link-evidence'
import { recordProofs } from '@/lib/server/evidence/record-proofs'
import { readRecord } from '@/lib/server/records/load'
import { ownViews } from '@/lib/server/records/own-views'
import { statePurpose } from '@/lib/server/records/state-purpose'
import { fileStore, readStored } from '@/lib/server/storage/file-store'
import { aJpeg, aPng } from '../../support/a-paper'
import { aUnit, call, someone } from '../../support/builders'

import {
  ARREST,
  aCheck,
  aPaper,
  approved,
  aRow,
  CITIZEN_ID,
  EDUCATION,
  keysOf,
  later,
  linkOf,
  noted,
  PURPOSE,
  pdf,
  people,
} from './a-paper-beside'

describe('R64: a paper beside a value', () => {
  test('is kept by its content, encrypted, and read back by who reads the value', async () => {
    const { person, officer } = await people()
    const given = aPaper(person.recordId, { documentNo: '412/QĐ-SGDĐT', documentOn: '2016-09-05', page: 2 })
    const { id } = await addEvidence(call(person.actor, given))
    const row = await db.evidence.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ kind: 'pdf', pages: 2, bytes: pdf.length, documentNo: '412/QĐ-SGDĐT' })
    expect((await readStored(fileStore('evidence'), row.sha256)).equals(pdf)).toBe(true)
    const { proofs } = await recordProofs(officer.actor, await readRecord(db, officer.actor, person.recordId))
    expect(proofs['identity.citizen_id.']).toMatchObject([{ title: '412/QĐ-SGDĐT', page: 2, mayRemove: true }])
    expect((await evidenceFile(officer.actor, id)).bytes.equals(pdf)).toBe(true)
    expect((await noted(person.recordId)).map(({ action }) => action)).toEqual(['evidence.added', 'record.viewed'])
    const views = await ownViews(person.actor, { skip: 0, take: 5 })
    expect(views?.views[0]?.what).toBe('xem minh chứng: Số căn cước công dân')
  })

  test('one’s own look is not noted; a picture loses what the camera wrote', async () => {
    const { person } = await people()
    const bytes = aJpeg({ turn: 3, place: 'GPS 10.49' })
    const { id } = await addEvidence(call(person.actor, aPaper(person.recordId, { bytes, fileName: 'a.jpg' })))
    const file = await evidenceFile(person.actor, id)
    expect([file.type, file.bytes.includes('GPS')]).toEqual(['image/jpeg', false])
    expect((await noted(person.recordId)).map(({ action }) => action)).toEqual(['evidence.added'])
  })

  test('is refused in words where the file is not fit, and nothing is kept', async () => {
    const { person } = await people()
    const add = (bytes: Uint8Array, fileName: string) =>
      addEvidence(call(person.actor, aPaper(person.recordId, { bytes, fileName })))
    await expect(add(aPng(), 'a.pdf')).rejects.toMatchObject({
      code: 'evidenceMisnamed',
      details: { said: 'pdf', is: 'png' },
    })
    await expect(add(pdf.subarray(0, pdf.length - 40), 'a.pdf')).rejects.toMatchObject({ code: 'evidenceTruncated' })
    await expect(add(new Uint8Array(20_000_001), 'a.pdf')).rejects.toMatchObject({ code: 'evidenceTooLarge' })
    expect(await db.evidence.count({ where: { recordId: person.recordId } })).toBe(0)
  })

  test('stands beside what there is: not beside a lost row, a strange field or a page it does not have', async () => {
    const { person } = await people()
    const add = (given: object) => addEvidence(call(person.actor, aPaper(person.recordId, given)))
    await expect(add({ page: 3 })).rejects.toMatchObject({ code: 'evidencePageBeyond' })
    await expect(add({ code: 'no_such' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(add({ row: 'lost' })).rejects.toMatchObject({
      code: 'notFound',
    })
    const table = await aRow(person.recordId)
    await expect(add({ ...table, row: 'lost' })).rejects.toMatchObject({ code: 'evidenceRowMissing' })
    const { id } = await add(table)
    await reuseEvidence(call(person.actor, { evidenceId: id, ...CITIZEN_ID, page: 1 }))
    await expect(reuseEvidence(call(person.actor, { evidenceId: id, ...CITIZEN_ID, page: 1 }))).rejects.toMatchObject({
      code: 'evidenceStands',
    })
    expect((await keysOf(person.actor, person.recordId)).sort()).toEqual([placeKey(table), placeKey(CITIZEN_ID)].sort())
  })
})

describe('who may not read the value does not find its paper', () => {
  test('R75: another unit, another person, nobody of the office: not there, on no path', async () => {
    const { unit, person, officer } = await people()
    const { id } = await addEvidence(call(person.actor, aPaper(person.recordId)))
    const strangers = [await someone(unit), await someone(await aUnit(), 'recordsOfficer', 'unitHead', 'unitAdmin')]
    for (const { actor } of strangers) {
      for (const attempt of [
        () => evidenceFile(actor, id),
        () => addEvidence(call(actor, aPaper(person.recordId))),
        () => reuseEvidence(call(actor, { evidenceId: id, ...ARREST, page: null })),
        async () => removeEvidence(call(actor, { linkId: await linkOf(id) })),
        () => checkValues(call(actor, aCheck(person.recordId, id, 'x'))),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: 'notFound' })
    }
    await expect(evidenceFile(officer.actor, 'khong-co')).rejects.toMatchObject({ code: 'notFound' })
  })

  test('PD-3: a paper of a sensitive value is sensitive, also where it stands beside a plain one too', async () => {
    const { person, officer } = await people()
    const plain = await addEvidence(call(person.actor, aPaper(person.recordId)))
    const both = await addEvidence(call(person.actor, aPaper(person.recordId, { bytes: aPng(), fileName: 'a.png' })))
    await reuseEvidence(call(officer.actor, { evidenceId: both.id, ...ARREST, page: null }))
    await approved(person.recordId, later(1))
    const { actor } = await someone(await aUnit(), 'homeAffairsOfficer')
    await expect(evidenceFile(actor, plain.id)).rejects.toMatchObject({ code: 'purposeMissing' })
    await statePurpose(call(actor, { recordId: person.recordId, ...PURPOSE }))
    await expect(evidenceFile(actor, both.id)).rejects.toMatchObject({ code: 'notFound' })
    expect(await keysOf(actor, person.recordId)).toEqual([placeKey(CITIZEN_ID)])
    await statePurpose(call(actor, { recordId: person.recordId, ...PURPOSE, sensitive: true }))
    expect((await evidenceFile(actor, both.id)).type).toBe('image/png')
    expect(await keysOf(officer.actor, person.recordId)).toHaveLength(3)
  })

  test('off daily duty one finds what stood when the approved version was sent, nothing newer', async () => {
    const { person } = await people()
    const before = await addEvidence(call(person.actor, aPaper(person.recordId, EDUCATION)))
    await approved(person.recordId, later(1))
    const after = await addEvidence(
      call(person.actor, aPaper(person.recordId, { ...EDUCATION, bytes: aPng(), fileName: 'b.png' }), later(2)),
    )
    const { actor } = await someone(await aUnit(), 'provinceAdmin')
    await statePurpose(call(actor, { recordId: person.recordId, ...PURPOSE }))
    expect((await evidenceFile(actor, before.id)).type).toBe('application/pdf')
    await expect(evidenceFile(actor, after.id)).rejects.toMatchObject({ code: 'notFound' })
  })
})
