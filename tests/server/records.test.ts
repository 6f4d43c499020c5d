import { describe, expect, test } from 'vitest'
import { REVIEW_LIST } from '@/lib/domain/lists/review-list-spec'
import { db } from '@/lib/server/db'
import { judgeRows } from '@/lib/server/records/judge-rows'
import { recordPage } from '@/lib/server/records/record-page'
import { checkSubmission, returnSubmission, reviewOf } from '@/lib/server/records/review'
import { reviewList } from '@/lib/server/records/review-list'
import { saveSection } from '@/lib/server/records/save-section'
import { submitRecord, withdrawSubmission } from '@/lib/server/records/submit-record'
import { ask } from '../support/ask'
import { aUnit, call, someone } from '../support/builders'

const save = (who: Awaited<ReturnType<typeof someone>>, version: number, answers: Record<string, unknown>) =>
  saveSection(call(who.actor, { recordId: who.recordId, section: 'identity' as const, version, answers }))

const submit = (who: Awaited<ReturnType<typeof someone>>) =>
  submitRecord(call(who.actor, { recordId: who.recordId, declared: true }))

describe('saving', () => {
  test('keeps the answers, their trail and an audit entry without the answers', async () => {
    const person = await someone(await aUnit())
    expect(await save(person, 0, { phone: '0900 000 118' })).toMatchObject({ version: 1, errors: {} })
    const trail = await db.draftChange.findMany({ where: { recordId: person.recordId } })
    expect(trail).toHaveLength(1)
    const [entry] = await db.auditEvent.findMany({ where: { subjectId: person.recordId, action: 'record.edited' } })
    expect(JSON.stringify(entry?.detail)).toContain('phone')
    expect(JSON.stringify(entry, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      '0900000118',
    )
  })

  test('folds what one person saves in one section within ten minutes', async () => {
    const person = await someone(await aUnit())
    await save(person, 0, { phone: '0900000118' })
    await save(person, 1, { phone: '0900000119' })
    const trail = await db.draftChange.findMany({ where: { recordId: person.recordId } })
    expect(trail.map(({ changes }) => changes)).toEqual([
      [expect.objectContaining({ before: '0912345678', after: '0900000119' })],
    ])
  })

  test('of two who save one section at once, one is shown both values and nothing is lost', async () => {
    const person = await someone(await aUnit())
    const results = await Promise.allSettled([
      save(person, 0, { phone: '0900000001' }),
      save(person, 0, { phone: '0900000002' }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find((result) => result.status === 'rejected')
    expect(refused?.reason).toMatchObject({
      code: 'changedMeanwhile',
      details: { version: 1, theirs: { phone: expect.stringMatching(/^090000000[12]$/) } },
    })
  })

  test('sent again after its answer was lost, one’s own save is answered, and not made again', async () => {
    const person = await someone(await aUnit())
    await save(person, 0, { phone: '0900000118' })
    expect(await save(person, 0, { phone: '0900000118' })).toMatchObject({ version: 1, errors: {} })
    expect(await db.auditEvent.count({ where: { subjectId: person.recordId, action: 'record.edited' } })).toBe(1)
    // Two saves later, or with other words, it is a conflict like any other.
    await expect(save(person, 0, { phone: '0900000119' })).rejects.toMatchObject({ code: 'changedMeanwhile' })
    await save(person, 1, { phone: '0900000119' })
    await expect(save(person, 0, { phone: '0900000119' })).rejects.toMatchObject({ code: 'changedMeanwhile' })
  })

  test('other sections are not in the way', async () => {
    const person = await someone(await aUnit())
    await save(person, 0, { phone: '0900000001' })
    const health = saveSection(
      call(person.actor, {
        recordId: person.recordId,
        section: 'health' as const,
        version: 0,
        answers: { height_cm: '158' },
      }),
    )
    await expect(health).resolves.toMatchObject({ version: 1 })
  })

  test('a stranger is told that there is no such record', async () => {
    const [person, stranger] = [
      await someone(await aUnit()),
      await someone(await aUnit(), 'recordsOfficer', 'unitHead'),
    ]
    const strange = saveSection(
      call(stranger.actor, {
        recordId: person.recordId,
        section: 'identity' as const,
        version: 0,
        answers: { phone: '0' },
      }),
    )
    await expect(strange).rejects.toMatchObject({ code: 'notFound' })
    await expect(recordPage(stranger.actor, person.recordId)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('judging a block from a spreadsheet', () => {
  const rows = [{ id: 'a', work_unit: 'Trường A', decision_date: '31/02/2002' }]
  const ask = (who: Awaited<ReturnType<typeof someone>>, recordId: string, table = 'workHistory') =>
    judgeRows(call(who.actor, { recordId, section: 'work' as const, table, rows }))

  test('reads each cell as it would be kept, and keeps nothing', async () => {
    const person = await someone(await aUnit())
    const before = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
    const judged = await ask(person, person.recordId)
    expect(judged.rows).toMatchObject([{ id: 'a', work_unit: 'Trường A' }])
    expect(judged.errors).toMatchObject({ 'workHistory.a.decision_date': expect.stringContaining('Không có ngày này') })
    expect(await db.record.findUniqueOrThrow({ where: { id: person.recordId } })).toEqual(before)
  })

  test('is for who may edit that record, and for tables there are', async () => {
    const [person, stranger] = [await someone(await aUnit()), await someone(await aUnit())]
    await expect(ask(stranger, person.recordId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(person, person.recordId, 'family')).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('submitting', () => {
  test('makes one immutable revision; the database itself refuses to change it', async () => {
    const person = await someone(await aUnit())
    await expect(submit(person)).resolves.toEqual({ version: 1 })
    const revision = await db.revision.findFirstOrThrow({ where: { recordId: person.recordId } })
    expect(revision.hash).toMatch(/^[0-9a-f]{64}$/)
    await expect(db.revision.update({ where: { id: revision.id }, data: { version: 9 } })).rejects.toThrow()
    await expect(submit(person)).rejects.toMatchObject({ code: 'nothingToSubmit' })
  })

  test('what stands behind a “Không” is not sent, leaves the draft with its trail, and is no change afterwards', async () => {
    const person = await someone(await aUnit())
    const edit = (version: number, answers: Record<string, unknown>) =>
      saveSection(call(person.actor, { recordId: person.recordId, section: 'affiliation' as const, version, answers }))
    const party = { party_joined_on: '19/05/2010', party_official_on: '19/05/2011' }
    await edit(0, { is_party_member: true, is_official_party_member: true, ...party })
    await edit(1, { is_party_member: false })
    const before = await recordPage(person.actor, person.recordId)
    expect(before.record.draft.affiliation).toMatchObject({ party_joined_on: '2010-05-19' })
    await submit(person)
    const { data } = await db.revision.findFirstOrThrow({ where: { recordId: person.recordId } })
    const gone = {
      is_party_member: false,
      is_official_party_member: null,
      party_joined_on: null,
      party_official_on: null,
    }
    expect(data).toMatchObject({ affiliation: gone })
    const after = await recordPage(person.actor, person.recordId)
    expect(after.record.draft.affiliation).toMatchObject(gone)
    expect(after.unsent).toEqual([])
    const trail = await db.draftChange.findMany({ where: { recordId: person.recordId } })
    expect(JSON.stringify(trail.map(({ changes }) => changes))).toContain('party_joined_on')
  })

  test('a newer submission supersedes one that nobody has frozen', async () => {
    const person = await someone(await aUnit())
    await submit(person)
    await save(person, 0, { phone: '0900000001' })
    await submit(person)
    const states = await db.submission.findMany({
      where: { recordId: person.recordId },
      orderBy: { submittedAt: 'asc' },
      select: { state: true },
    })
    expect(states.map(({ state }) => state).sort()).toEqual(['submitted', 'superseded'])
  })

  test('is taken back while nobody has checked it', async () => {
    const person = await someone(await aUnit())
    await submit(person)
    await withdrawSubmission(call(person.actor, { recordId: person.recordId }))
    await expect(withdrawSubmission(call(person.actor, { recordId: person.recordId }))).rejects.toMatchObject({
      code: 'submissionDecided',
    })
    await expect(submit(person)).resolves.toEqual({ version: 2 })
  })

  test('an officer may not submit in the person’s name', async () => {
    const unit = await aUnit()
    const [person, officer] = [await someone(unit), await someone(unit, 'recordsOfficer')]
    await expect(
      submitRecord(call(officer.actor, { recordId: person.recordId, declared: true })),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('checking', () => {
  test('the queue shows what waits in the officer’s units, never their own, and empties', async () => {
    const unit = await aUnit()
    const [person, officer] = [await someone(unit), await someone(unit, 'recordsOfficer')]
    await submit(person)
    await submit(officer)
    const { total, rows } = await reviewList(officer.actor, ask(REVIEW_LIST))
    expect({ total, names: rows.map(({ name }) => name) }).toEqual({ total: 1, names: [person.fullName] })
    await checkSubmission(call(officer.actor, { submissionId: rows[0]!.submissionId }))
    expect((await reviewList(officer.actor, ask(REVIEW_LIST))).total).toBe(0)
    await expect(checkSubmission(call(officer.actor, { submissionId: rows[0]!.submissionId }))).rejects.toMatchObject({
      code: 'submissionDecided',
    })
  })

  test('nobody checks their own', async () => {
    const officer = await someone(await aUnit(), 'recordsOfficer')
    await submit(officer)
    const { id } = await db.submission.findFirstOrThrow({ where: { recordId: officer.recordId } })
    await expect(checkSubmission(call(officer.actor, { submissionId: id }))).rejects.toMatchObject({
      code: 'ownRecord',
    })
  })

  test('a return carries its reasons to the person, who mends and sends again', async () => {
    const unit = await aUnit()
    const [person, officer] = [await someone(unit), await someone(unit, 'recordsOfficer')]
    await submit(person)
    const { id } = await db.submission.findFirstOrThrow({ where: { recordId: person.recordId } })
    const field = { section: 'identity', code: 'phone', row: null, reason: 'Số này không gọi được' }
    await returnSubmission(call(officer.actor, { submissionId: id, fields: [field] }))
    const page = await recordPage(person.actor, person.recordId)
    expect(page.submission).toMatchObject({ state: 'returned', returned: [field] })
    expect(page.stages.identity).toBe('returned')
    await save(person, 0, { phone: '0900000001' })
    await expect(submit(person)).resolves.toEqual({ version: 2 })
  })

  test('an officer elsewhere gets nothing', async () => {
    const [person, officer] = [await someone(await aUnit()), await someone(await aUnit(), 'recordsOfficer')]
    await submit(person)
    const { id } = await db.submission.findFirstOrThrow({ where: { recordId: person.recordId } })
    await expect(reviewOf(officer.actor, id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(checkSubmission(call(officer.actor, { submissionId: id }))).rejects.toMatchObject({ code: 'notFound' })
  })
})
