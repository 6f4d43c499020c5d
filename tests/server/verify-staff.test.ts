import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/staff/[id]/verify/route'
import { POST } from '@/app/api/v1/token/route'
import { CHECK_LIMITS } from '@/lib/domain/check-code'
import { db } from '@/lib/server/db'
import { env, surroundings } from '@/lib/server/env'
import { aPerson, aRevision, aUnit } from './pushes/an-outbox'

const SECRET = 'mot-cua-bi-mat'
beforeAll(() => {
  const path = join(mkdtempSync(join(tmpdir(), 'clients-')), 'clients.json')
  const client = { id: 'mot-cua', title: 'Trung tâm Phục vụ hành chính công', secret: 'env:ONE_STOP' }
  writeFileSync(path, JSON.stringify([client]))
  surroundings.ONE_STOP = SECRET
  env.API_CLIENTS = path
})
beforeEach(() => db.checkVisit.deleteMany({}))

const asForm = (over: Record<string, string> = {}) =>
  new URLSearchParams({ grant_type: 'client_credentials', client_id: 'mot-cua', client_secret: SECRET, ...over })
const tokenCall = (body: URLSearchParams, headers: Record<string, string> = {}) =>
  POST(new Request('https://x.vn/api/v1/token', { method: 'POST', body, headers }))
const aToken = async () => ((await (await tokenCall(asForm())).json()) as { access_token: string }).access_token
const ask = async (id: string, token: string | null) =>
  GET(new Request('https://x.vn/', token === null ? {} : { headers: { authorization: `Bearer ${token}` } }), {
    params: Promise.resolve({ id }),
  })

async function aTeacher() {
  const who = await aPerson(await aUnit())
  const { id } = await aRevision(who, 'Dạy học', (data) => {
    Object.assign(data.position, { holds_position: true, current_position: 'HIEU_TRUONG' })
  })
  await db.record.update({ where: { id: who.recordId }, data: { approvedRevisionId: id } })
  return who
}

describe('R163: whether somebody is on the staff', () => {
  test('is said to a known system: unit and title, nothing else; who asked is in the log', async () => {
    const who = await aTeacher()
    const answer = await ask(who.person.citizenId, await aToken())
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { valid: true, unit: who.unit.name, title: expect.stringMatching(/\S/) },
    ])
    expect(
      await db.auditEvent.findFirst({ where: { action: 'staff.verified', subjectId: who.person.id } }),
    ).toMatchObject({
      actorName: 'Trung tâm Phục vụ hành chính công',
      detail: { client: 'mot-cua', valid: true },
    })
  })

  test('is said alike of nobody, of somebody not yet approved, and of somebody who left', async () => {
    const token = await aToken()
    const left = await aTeacher()
    await db.person.update({ where: { id: left.person.id }, data: { employmentStatus: 'NGHI_HUU' } })
    const fresh = await aPerson(await aUnit())
    for (const id of ['087000000000', left.person.citizenId, fresh.person.citizenId, "' OR 1=1", '1'])
      expect(await (await ask(id, token)).json()).toEqual({ valid: false })
  })

  test('is not said without a token, with a forged or an old one, or to a system taken off the list', async () => {
    const who = await aTeacher()
    const token = await aToken()
    for (const bad of [null, '', 'abc', `${token.slice(0, -3)}AAA`])
      expect((await ask(who.person.citizenId, bad)).status).toBe(401)
    const { API_CLIENTS } = env
    env.API_CLIENTS = undefined
    expect((await ask(who.person.citizenId, token)).status).toBe(404)
    env.API_CLIENTS = API_CLIENTS
  })

  test('the token is given for the right secret, by form or by Basic, and for nothing else', async () => {
    const basic = { authorization: `Basic ${Buffer.from(`mot-cua:${SECRET}`).toString('base64')}` }
    expect((await tokenCall(new URLSearchParams({ grant_type: 'client_credentials' }), basic)).status).toBe(200)
    expect((await tokenCall(asForm({ client_secret: 'sai' }))).status).toBe(401)
    expect((await tokenCall(asForm({ client_id: 'la' }))).status).toBe(401)
    expect((await tokenCall(asForm({ grant_type: 'password' }))).status).toBe(400)
  })

  test('a system that asks too often is slowed for the minute', async () => {
    const token = await aToken()
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000)
    for (const at of [minute, new Date(minute.getTime() + 60_000)])
      await db.checkVisit.create({ data: { address: 'client mot-cua', minute: at, weight: CHECK_LIMITS.aMinute } })
    const answer = await ask('087000000000', token)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
  })
})
