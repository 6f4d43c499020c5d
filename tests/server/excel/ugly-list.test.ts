import { expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { db } from '@/lib/server/db'
import { decideCell, mapImport } from '@/lib/server/imports/import-acts'
import { mapWord, waitingWords } from '@/lib/server/imports/unmatched'
import { uploadList } from '@/lib/server/imports/upload-list'
import { requestJob } from '@/lib/server/jobs/request-job'
import { fileStore, readStored } from '@/lib/server/storage/file-store'
import type { Unit } from '@/prisma/generated/client'
import { unzip } from '../../documents/unzip'
import { accounted, aList, judged, stateOf, tried, written } from '../../support/an-import'
import { aUnit, call, someone } from '../../support/builders'
import { run } from '../jobs/a-runner'

const HEADS = ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'SĐT', 'Dân tộc', 'Đối tượng', 'Đơn vị công tác', 'Ghi chú']
const line = (...cells: (string | null)[]) => cells

const draftOf = async (citizenId: string) =>
  (await db.record.findFirstOrThrow({ where: { person: { citizenId } } })).draft as unknown as RecordData

const kindsOf = (state: Awaited<ReturnType<typeof stateOf>>) =>
  state.issues.map(({ line: at, column, kind, cells }) => `${at}/${column} ${kind} ${cells}`)

const ugly = (unit: Unit) =>
  aList({
    'DS cán bộ': [
      HEADS,
      line(
        '1',
        'Nguyễn Thị Ẵm'.normalize('NFD'),
        '5/9/1985',
        '087185000101',
        '912345678',
        'Kinh (Việt)',
        'Công chức',
        unit.name,
        'x',
      ),
      line('2', 'TrÇn V¨n Nam', '31295', '87085000102', null, 'Dân tộc lạ', 'Công chức', null, null),
      line('3', 'Lê Hai', '1990', '087090000103', null, null, 'Công chức', 'Phòng không có', null),
      line('4', 'Lê Ba', '1990', '087090000104', null, null, 'Công chức', null, null),
      line('5', 'Lê Ba', '1990', '087090000104', null, null, 'Công chức', null, null),
      line('6', 'Lê Bốn', '1990', '8.7E+10', null, null, 'Công chức', null, null),
      line('7', '=cmd|x', '1990', '087090000105', null, null, 'Công chức', null, null),
    ],
  })

test('an ugly list: each cell is stored or told, spoiled values are mended once agreed to, no unknown word is lost', async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const first = await tried(actor, unit, ugly(unit))
  expect(accounted(first)).toBe(first.counts.cells)
  expect(first.counts).toMatchObject({ create: 1, change: 0, refusedPeople: 4, repair: 4, unmapped: 8 })
  expect(first.counts.repairs).toEqual({ leadingZero: 2, tcvn3: 1, serialDay: 1 })
  expect(kindsOf(first)).toContain('7/null refused 4')
  const jobId = await requestJob(call(actor, { kind: 'import.report', input: { importId: first.id } }))
  await run()
  const { fileSha256 } = await db.job.findUniqueOrThrow({ where: { id: jobId } })
  const parts = unzip(await readStored(fileStore('jobs'), fileSha256 as string))
  expect(String(parts.get('xl/worksheets/sheet1.xml'))).toContain(
    '<c r="E2" s="7" t="inlineStr"><is><t xml:space="preserve">912345678<',
  )
  expect(String(parts.get('xl/comments1.xml'))).toContain('Sửa thành: 0912345678')

  await mapImport(
    call(actor, {
      importId: first.id,
      keys: [(await sheetsOf(first.id))[0].keys.map((key: string | null) => key ?? '')],
      repairs: ['composed', 'leadingZero', 'tcvn3', 'serialDay'],
      ...{ personCategory: '', employmentStatus: 'DANG_LAM_VIEC', from: '2026-11-01', takeFile: false },
    }),
  )
  await run()
  const second = await stateOf(first.id)
  expect(accounted(second)).toBe(second.counts.cells)
  expect(second.counts).toMatchObject({ create: 2, refusedPeople: 3, repair: 0, unmatched: 1 })

  const done = await written(actor, first.id)
  expect(done).toMatchObject({ state: 'done', counts: { create: 2, stored: second.counts.stored } })
  expect(accounted(done)).toBe(done.counts.cells)
  const [am, nam] = [await draftOf('087185000101'), await draftOf('087085000102')]
  expect(am.identity).toMatchObject({ full_name: 'Nguyễn Thị Ẵm', date_of_birth: '1985-09-05', phone: '0912345678' })
  expect(nam.identity).toMatchObject({ full_name: 'Trần Văn Nam', date_of_birth: '1985-09-05', ethnicity: null })
  expect(am.agency.employing_unit?.name).toBe(unit.name)
  expect(await db.auditEvent.count({ where: { action: 'person.created' } })).toBe(2)

  const { words } = await waitingWords(actor, { skip: 0, take: 10 })
  expect(words).toMatchObject([{ list: 'dan-toc', text: 'Dân tộc lạ', count: 1 }])
  await mapWord(call(actor, { list: 'dan-toc', words: words[0]?.words ?? '', code: '02' }))
  expect((await draftOf('087085000102')).identity.ethnicity).toBe('02')
  expect((await waitingWords(actor, { skip: 0, take: 10 })).total).toBe(0)
  const again = await tried(actor, unit, ugly(unit), { repairs: ['composed', 'leadingZero', 'tcvn3', 'serialDay'] })
  expect(again.counts).toMatchObject({ create: 0, same: 2, unmatched: 0 })
})

const sheetsOf = async (id: string) =>
  (await db.listImport.findUniqueOrThrow({ where: { id } })).sheets as { keys: (string | null)[] }[] as [
    { keys: (string | null)[] },
  ]

test('heads said by hand are known the next time; a sheet without a number of the person is not tried', async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const bytes = aList({ A: [['Mã NV', 'Họ và tên', 'Năm sinh', 'Phòng'], line('087190000201', 'Lê An', '1990', 'x')] })
  const id = await uploadList(call(actor, { unitId: unit.id, fileName: 'a.xlsx', bytes: new Uint8Array(bytes) }))
  await expect(judged(actor, id)).rejects.toMatchObject({ code: 'importKeyMissing' })
  const input = { importId: id, repairs: [], personCategory: 'VIEN_CHUC', employmentStatus: 'DANG_LAM_VIEC' }
  const keys = [['identity.citizen_id', 'identity.full_name', 'identity.date_of_birth', '']]
  await mapImport(call(actor, { ...input, keys, from: '2026-11-01', takeFile: false }))
  await run()
  expect((await stateOf(id)).counts).toMatchObject({ create: 1, unmapped: 1 })
  const next = await uploadList(call(actor, { unitId: unit.id, fileName: 'b.xlsx', bytes: new Uint8Array(bytes) }))
  expect((await sheetsOf(next))[0].keys).toEqual([
    'identity.citizen_id',
    'identity.full_name',
    'identity.date_of_birth',
    null,
  ])
})

test('of somebody who has a record the officer’s fields are changed, the person’s own are not; two values are decided cell by cell', async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const person = await someone(unit)
  const { citizenId } = await db.person.findFirstOrThrow({ where: { record: { id: person.recordId } } })
  const before = await draftOf(citizenId)
  const heads = ['Số CCCD', 'Dân tộc', 'Số hợp đồng', 'Cơ quan tuyển dụng', 'Chức vụ']
  const own = before.affiliation.recruiting_agency
  const list = aList({ A: [heads, line(citizenId, 'Tày', '12/HĐLV', own === null ? 'Sở A' : `${own} mới`, '(xóa)')] })
  const first = await tried(actor, unit, list)
  expect(accounted(first)).toBe(first.counts.cells)
  expect(first.issues.find(({ column }) => column === 1)).toMatchObject({ kind: 'refused' })
  for (const { id } of first.issues.filter(({ kind }) => kind === 'conflict'))
    await decideCell(call(actor, { importId: first.id, issueId: String(id), take: 'file' }))
  await judged(actor, first.id)
  const done = await written(actor, first.id)
  expect(done.counts.conflict).toBe(0)
  const after = await draftOf(citizenId)
  expect(after.identity.ethnicity).toBe(before.identity.ethnicity)
  expect(after.affiliation).toMatchObject({ contract_no: '12/HĐLV' })
  expect(await db.draftChange.count({ where: { recordId: person.recordId } })).toBeGreaterThan(0)
})

test('the list of another unit is nobody else’s; who has no records to keep brings none in', async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const stranger = await someone(await aUnit(), 'recordsOfficer')
  const state = await tried(actor, unit, ugly(unit))
  const bytes = new Uint8Array(ugly(unit))
  await expect(judged(stranger.actor, state.id)).rejects.toMatchObject({ code: 'notFound' })
  await expect(uploadList(call(stranger.actor, { unitId: unit.id, fileName: 'a.xlsx', bytes }))).rejects.toMatchObject({
    code: 'notFound',
  })
  const admin = await someone(unit, 'unitAdmin')
  await expect(uploadList(call(admin.actor, { unitId: unit.id, fileName: 'a.xlsx', bytes }))).rejects.toMatchObject({
    code: 'notFound',
  })
})

test('a file of more than 199 columns, one without rows and one nobody can open are refused in words', async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const upload = (bytes: Uint8Array) =>
    uploadList(call(actor, { unitId: unit.id, fileName: 'a.xlsx', bytes: new Uint8Array(bytes) }))
  const wide = Array.from({ length: 200 }, (_, at) => `Cột ${at}`)
  await expect(upload(aList({ A: [wide, wide] }))).rejects.toMatchObject({ code: 'sheetTooWide' })
  await expect(upload(new TextEncoder().encode('%PDF-1.7'))).rejects.toMatchObject({ code: 'sheetUnreadable' })
  const id = await upload(aList({ A: [['Họ và tên', 'Số CCCD']] }))
  await requestJob(call(actor, { kind: 'import.judge', input: { importId: id } }))
  await run()
  const job = await db.job.findFirstOrThrow({ where: { input: { equals: { importId: id } } } })
  expect(job).toMatchObject({ state: 'failed', message: expect.stringContaining('không có dòng dữ liệu') })
})

test('killed half way, it goes on where it stood: nobody twice, nobody lost', { timeout: 120_000 }, async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const people = Array.from({ length: 1_200 }, (_, at) => [
    String(87_190_100_000 + at).padStart(12, '0'),
    'Lê Văn An',
    '1990',
    'Công chức',
  ])
  const state = await tried(actor, unit, aList({ A: [['Số CCCD', 'Họ và tên', 'Năm sinh', 'Đối tượng'], ...people] }))
  expect(state.counts).toMatchObject({ create: 1_200, refusedPeople: 0 })
  const { startWriting } = await import('@/lib/server/imports/import-acts')
  const jobId = await startWriting(call(actor, { importId: state.id }))
  await run({ steps: 1 })
  expect(await db.person.count({ where: { unitId: unit.id } })).toBe(1_000 + 1)
  // Another worker took a step that was never committed: it is done again.
  await db.job.update({ where: { id: jobId }, data: { claimedBy: 'dead', state: 'waiting' } })
  await run()
  expect(await db.person.count({ where: { unitId: unit.id } })).toBe(1_200 + 1)
  const done = await stateOf(state.id)
  expect(accounted(done)).toBe(done.counts.cells)
  expect(done.counts.stored).toBe(1_200 * 4)
})
