import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { addEvidence } from '@/lib/server/evidence/add-evidence'
import { checkValues } from '@/lib/server/evidence/check-values'
import { removeEvidence } from '@/lib/server/evidence/end-links'
import { evidenceFile } from '@/lib/server/evidence/evidence-file'
import { expireEvidence } from '@/lib/server/evidence/expire-evidence'
import { statePurpose } from '@/lib/server/records/state-purpose'
import { fileStore, readStored } from '@/lib/server/storage/file-store'
import { aPng } from '../../support/a-paper'
import { aUnit, call, NOW, someone } from '../../support/builders'

import {
  aCheck,
  aPaper,
  approved,
  aRow,
  CITIZEN_ID,
  EDUCATION,
  hashOf,
  keysOf,
  later,
  linkOf,
  noted,
  PURPOSE,
  people,
} from './a-paper-beside'

describe('a paper is taken away', () => {
  test('a person takes back what they brought and nobody approved: gone, and its bytes an hour later', async () => {
    const { person } = await people()
    const { id } = await addEvidence(
      call(person.actor, aPaper(person.recordId, { bytes: aPng({ height: 71 }), fileName: 'x.png' })),
    )
    const { sha256 } = await db.evidence.findUniqueOrThrow({ where: { id } })
    await removeEvidence(call(person.actor, { linkId: await linkOf(id) }, later(1)))
    await expect(evidenceFile(person.actor, id)).rejects.toMatchObject({ code: 'notFound' })
    await expireEvidence(later(1.5))
    await expect(readStored(fileStore('evidence'), sha256)).resolves.toBeDefined()
    await expireEvidence(later(3))
    await expect(readStored(fileStore('evidence'), sha256)).rejects.toThrow()
  })

  test('the same content of somebody else stays', async () => {
    const [one, other] = [await people(), await people()]
    const bytes = aPng({ height: 77 })
    const first = await addEvidence(call(one.person.actor, aPaper(one.person.recordId, { bytes, fileName: 'x.png' })))
    const second = await addEvidence(
      call(other.person.actor, aPaper(other.person.recordId, { bytes, fileName: 'y.png' })),
    )
    await removeEvidence(call(one.person.actor, { linkId: await linkOf(first.id) }))
    await expireEvidence(later(3))
    expect((await evidenceFile(other.person.actor, second.id)).type).toBe('image/png')
  })

  test('not what the office brought, nor what a value was checked by', async () => {
    const { person, officer } = await people()
    const theirs = await addEvidence(call(officer.actor, aPaper(person.recordId)))
    const away = async (actor: Actor, id: string) => removeEvidence(call(actor, { linkId: await linkOf(id) }))
    await expect(away(person.actor, theirs.id)).rejects.toMatchObject({ code: 'evidenceOfOther' })
    const seen = await hashOf(person.recordId, CITIZEN_ID)
    await checkValues(call(officer.actor, aCheck(person.recordId, theirs.id, seen)))
    await expect(away(officer.actor, theirs.id)).rejects.toMatchObject({ code: 'evidenceChecked' })
    await checkValues(call(officer.actor, { ...aCheck(person.recordId, theirs.id, seen), holds: false }, later(1)))
    await away(officer.actor, theirs.id)
    expect(await keysOf(person.actor, person.recordId)).toEqual([])
  })

  test('what a sent version refers to stays with that version', async () => {
    const { person } = await people()
    const { id } = await addEvidence(call(person.actor, aPaper(person.recordId, EDUCATION)))
    await approved(person.recordId, later(1))
    await removeEvidence(call(person.actor, { linkId: await linkOf(id) }, later(2)))
    await expireEvidence(later(200))
    expect(await db.evidence.findUniqueOrThrow({ where: { id } })).toMatchObject({ goneAt: null, erasedAt: null })
    expect(await keysOf(person.actor, person.recordId)).toEqual([])
    const { actor } = await someone(await aUnit(), 'provinceAdmin')
    await statePurpose(call(actor, { recordId: person.recordId, ...PURPOSE }))
    expect((await evidenceFile(actor, id)).type).toBe('application/pdf')
  })

  test('papers of a row that was deleted expire by themselves, and the log says so', async () => {
    const { person } = await people()
    const row = await aRow(person.recordId)
    const { id } = await addEvidence(call(person.actor, aPaper(person.recordId, row)))
    const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
    const data = structuredClone(draft) as Record<string, Record<string, unknown>>
    data.training = { ...data.training, trainings: null }
    await db.record.update({ where: { id: person.recordId }, data: { draft: data as never, updatedAt: NOW } })
    await expireEvidence(later(24 * 2))
    expect(await db.evidence.count({ where: { id, goneAt: null } })).toBe(1)
    await expireEvidence(later(24 * 8))
    expect(await db.evidence.count({ where: { id, goneAt: null } })).toBe(0)
    expect((await noted(person.recordId)).at(-1)).toMatchObject({ action: 'evidence.expired', detail: { count: 1 } })
  })
})
