import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Simulator } from '@/lib/simulators/national-simulator'
import { startNationalSimulator } from '@/lib/simulators/national-simulator'
import { aFile, envelope, logIn, ORG, post, recordsOf, send } from './wire'

let simulator: Simulator
let token: string

beforeEach(async () => {
  simulator = await startNationalSimulator({ port: 0 })
  token = await logIn(simulator)
})
afterEach(() => simulator.close())

describe('the login', () => {
  test('gives a token with the hour at which it runs out', async () => {
    const answer = await post(`${simulator.url}/apiauth/oauth/login`, { username: 'dongthap', password: 'mo-phong' })
    expect(await answer.json()).toMatchObject({
      err_code: 0,
      access_token: expect.stringMatching(/.{20}/),
      expired_time: expect.stringMatching(/^\d\d:\d\d:\d\d \d\d-\d\d-\d{4}$/),
    })
  })

  test('refuses a wrong password with HTTP 200', async () => {
    const answer = await post(`${simulator.url}/apiauth/oauth/login`, { username: 'dongthap', password: 'sai' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ err_code: 1, access_token: '' })
  })

  test('is needed, and runs out', async () => {
    const brief = await startNationalSimulator({ port: 0, tokenSeconds: 0 })
    expect((await send(brief, await logIn(brief), envelope('ADD', aFile('1')))).status).toBe(401)
    expect((await send(simulator, 'nobody', envelope('ADD', aFile('1')))).status).toBe(401)
    await brief.close()
  })
})

describe('the form of a message', () => {
  const malformed = { status: 200, err_code: 1, message: 'Cấu trúc gói tin json M0001 không đúng định dạng quy định!' }
  const { SoHieuCBCCVC_BNDP: _, ...numberless } = aFile('1')
  const { THONGTIN_KHAC: __, ...groupless } = aFile('1')

  test.each([
    ['base64 that is none', { org_Code: ORG, jsonContent: '%%%' }],
    ['JSON that is none', { org_Code: ORG, jsonContent: Buffer.from('{').toString('base64') }],
    ['an unknown action', envelope('UPSERT', aFile('1'))],
    ['a file without number', envelope('ADD', numberless)],
    ['a missing group', envelope('ADD', groupless)],
    ['a missing name', envelope('ADD', aFile('1', {}, { THONGTIN_KHAC: {} }))],
    ['a number where a string belongs', envelope('ADD', aFile('1', { GioiTinh: 2 as unknown as string }))],
  ])('%s is told in one sentence, without trace number', async (_name, message) => {
    const answer = await send(simulator, token, message)
    expect(answer).toMatchObject(malformed)
    expect(answer).not.toHaveProperty('transaction_id')
    expect(await recordsOf(simulator)).toEqual([])
  })

  test('another agency than the account’s own is refused', async () => {
    const answer = await send(simulator, token, { ...envelope('ADD', aFile('1')), org_Code: '000.00.00.H43' })
    expect(answer).toMatchObject({ status: 200, err_code: 1 })
  })

  test('a request without its two strings is answered 400, an unknown address 404', async () => {
    expect((await send(simulator, token, { org_Code: ORG })).status).toBe(400)
    const lost = await post(`${simulator.url}/apisyncmsg/syncmsg/servicem0099`, {})
    expect([lost.status, await lost.json()]).toEqual([404, { message: 'url not found', err_code: 1 }])
  })
})

describe('the content of a message', () => {
  test.each([
    [{ HoVaTen: '' }, 'Họ và tên không được để trống!'],
    [{ MaDonViQuanLy: '' }, 'Mã đơn vị quản lý không được để trống!'],
    [{ MaDonviSuDung: 'H43.01' }, 'Mã đơn vị sử dụng không đúng với danh mục!'],
    [{ GioiTinh: '3' }, 'Mã giới tính không đúng với danh mục!'],
    [{ DanToc: '56', TonGiao: '77' }, 'Mã dân tộc không đúng với danh mục!'],
    [{ TonGiao: '16' }, 'Mã tôn giáo không đúng với danh mục!'],
  ])('%j: only the first fault is told', async (general, message) => {
    expect(await send(simulator, token, envelope('ADD', aFile('1', general)))).toMatchObject({ err_code: 1, message })
    expect(await recordsOf(simulator)).toEqual([])
  })

  test('a fault in a row of a list is found', async () => {
    const file = aFile(
      '1',
      {},
      { TUYENDUNG_QT_CONGTAC: { ViTriTuyenDung: '', DS_QUATRINH_CONGTAC: [{ TuNgay: '201013' }] } },
    )
    expect(await send(simulator, token, envelope('ADD', file))).toMatchObject({
      err_code: 1,
      message: 'Từ ngày của quá trình công tác không đúng định dạng!',
    })
  })
})

describe('ADD, EDIT, DEL', () => {
  test('ADD twice, EDIT and DEL of nothing are refused', async () => {
    expect(await send(simulator, token, envelope('EDIT', aFile('1')))).toMatchObject({
      message: 'Hồ sơ CBCCVC có số hiệu 1 không tồn tại!',
    })
    expect(await send(simulator, token, envelope('DEL', { SoHieuCBCCVC_BNDP: '1' }))).toMatchObject({ err_code: 1 })
    expect(await send(simulator, token, envelope('ADD', aFile('1')))).toMatchObject({ err_code: 0 })
    expect(await send(simulator, token, envelope('ADD', aFile('1')))).toMatchObject({
      err_code: 1,
      message: 'Hồ sơ CBCCVC có số hiệu 1 đã tồn tại!',
    })
    expect(await recordsOf(simulator)).toMatchObject([{ key: '1', action: 'ADD', body: aFile('1') }])
    expect(await send(simulator, token, envelope('DEL', { SoHieuCBCCVC_BNDP: '1' }))).toMatchObject({ err_code: 0 })
    expect(await recordsOf(simulator)).toEqual([])
  })

  test('EDIT replaces lists that are there, even by nothing, and leaves those that are not', async () => {
    const history = {
      ViTriTuyenDung: '',
      DS_QUATRINH_CONGTAC: [{ TuNgay: '2001', DenNgay: '' }],
      DS_KHAC: [{ a: '1' }],
    }
    await send(simulator, token, envelope('ADD', aFile('1', {}, { TUYENDUNG_QT_CONGTAC: history })))
    const edit = { ViTriTuyenDung: '', DS_QUATRINH_CONGTAC: [] }
    await send(simulator, token, envelope('EDIT', aFile('1', {}, { TUYENDUNG_QT_CONGTAC: edit })))
    const [file] = await recordsOf(simulator)
    expect(file?.body.TUYENDUNG_QT_CONGTAC).toEqual({
      ViTriTuyenDung: '',
      DS_QUATRINH_CONGTAC: [],
      DS_KHAC: [{ a: '1' }],
    })
  })
})

describe('the faults', () => {
  const fault = (asked: object) => post(`${simulator.url}/__sim/faults`, asked)
  const add = () => send(simulator, token, envelope('ADD', aFile('1')))

  test.each([
    ['down', 0],
    ['truncated', 1],
    ['lostAnswer', 1],
  ])('%s breaks the connection; %i files are held after it', async (kind, held) => {
    await fault({ kind, times: 1 })
    await expect(add()).rejects.toThrow()
    expect(await recordsOf(simulator)).toHaveLength(held)
    expect((await add()).status).toBe(200)
  })

  test('html is a page where an answer was expected', async () => {
    await fault({ kind: 'html', times: 1 })
    await expect(add()).rejects.toThrow(/JSON/)
    expect(await recordsOf(simulator)).toEqual([])
  })

  test('slow answers late, and has done the work', async () => {
    await fault({ kind: 'slow', times: 1, delayMs: 60 })
    const started = Date.now()
    expect(await add()).toMatchObject({ err_code: 0 })
    expect(Date.now() - started).toBeGreaterThan(50)
  })

  test('reject names the field, as often as asked', async () => {
    await fault({ kind: 'reject', times: 2, field: 'TonGiao' })
    expect(await add()).toMatchObject({ message: 'Mã tôn giáo không đúng với danh mục!' })
    expect(await add()).toMatchObject({ err_code: 1 })
    expect(await add()).toMatchObject({ err_code: 0 })
  })

  test('an unknown fault is refused', async () => {
    expect((await fault({ kind: 'earthquake' })).status).toBe(400)
  })
})

test('every message is noted with its answer, and a reset forgets all', async () => {
  await send(simulator, token, envelope('ADD', aFile('7')))
  const requests = () => fetch(`${simulator.url}/__sim/requests`).then((answer) => answer.json())
  expect(await requests()).toMatchObject([{ key: '7', action: 'ADD', body: aFile('7'), answer: { err_code: 0 } }])
  await post(`${simulator.url}/__sim/reset`, {})
  expect([await requests(), await recordsOf(simulator)]).toEqual([[], []])
})

test('the files outlive a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
  const settings = { port: 0, file: join(folder, 'deep', 'national.jsonl') }
  const first = await startNationalSimulator(settings)
  await send(first, await logIn(first), envelope('ADD', aFile('1')))
  await send(first, await logIn(first), envelope('EDIT', aFile('1', { HoVaTen: 'Trần Văn Đước' })))
  await first.close()
  const second = await startNationalSimulator(settings)
  expect(await recordsOf(second)).toMatchObject([
    { action: 'EDIT', body: { THONGTINCHUNG: { HoVaTen: 'Trần Văn Đước' } } },
  ])
  await second.close()
  rmSync(folder, { recursive: true })
})
