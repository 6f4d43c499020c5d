import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ALL_TABLES, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { EXCEL_SHEETS, MAIN_SHEET } from '@/lib/domain/excel/columns'
import { exportRows } from '@/lib/domain/excel/export-rows'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import { templateFile } from '@/lib/server/jobs/records-workbook/template-file'
import { requestJob } from '@/lib/server/jobs/request-job'
import { fileStore, readStored } from '@/lib/server/storage/file-store'
import { hasTool } from '@/lib/start/tools'
import type { Prisma, Unit } from '@/prisma/generated/client'
import { sheetsIn } from '../../support/a-workbook'
import { aUnit, call, NOW, someone } from '../../support/builders'
import { aFullRecord } from '../../support/fullest-record'
import { run } from '../jobs/a-runner'

const PURPOSE = 'Rà soát theo Công văn 15/SNV'

async function aFullPerson(unit: Unit, seed: number) {
  const person = await someone(unit)
  const data = aFullRecord(seed) as RecordData
  data.identity.citizen_id = String(87_185_000_000 + seed).padStart(12, '0')
  data.identity.full_name = person.fullName
  for (const code of ['staff_number', 'national_staff_id'] as const) data.agency[code] = `S${seed}`
  data.identity.social_insurance_no = String(8_700_000_000 + seed)
  await db.record.update({ where: { id: person.recordId }, data: { draft: data as Prisma.InputJsonValue } })
  return { ...person, data }
}

async function exported(actor: Actor, unit: Unit) {
  const input = { unitId: unit.id, own: false, sections: [...SECTION_IDS], purpose: PURPOSE }
  const id = await requestJob(call(actor, { kind: 'records.workbook', input }))
  await run()
  const job = await db.job.findUniqueOrThrow({ where: { id } })
  expect(job.message).toBe('3 hồ sơ.')
  return readStored(fileStore('jobs'), job.fileSha256 as string)
}

test('every answer of every record stands in the workbook as a person reads it; the log of each says who took it and what for', async () => {
  const unit = await aUnit()
  const { actor } = await someone(unit, 'recordsOfficer')
  const people = [await aFullPerson(unit, 11), await aFullPerson(unit, 12)]
  const bytes = await exported(actor, unit)
  const sheets = await sheetsIn(bytes)
  for (const sheet of EXCEL_SHEETS) {
    const rows = sheets.get(sheet.name) ?? []
    expect(rows[0]).toEqual(sheet.columns.map(({ label }) => label))
    const lines = rows.map((row) => row.join('|'))
    for (const { data } of people) {
      for (const row of exportRows(data, sheet, codeLists)) {
        expect(lines).toContain(
          row
            .map((cell) => (cell ?? '').replace(/^(?='*\s*[=+\-@])/u, "'"))
            .join('|')
            .replace(/\|+$/, ''),
        )
      }
    }
  }
  expect([...sheets.keys()]).toHaveLength(ALL_TABLES.length + 4)
  const entry = await db.auditEvent.findFirstOrThrow({
    where: { action: 'record.exported', subjectId: people[0]?.recordId ?? '' },
  })
  expect(entry.detail).toMatchObject({ format: 'xlsx', purpose: PURPOSE, role: 'recordsOfficer' })
  if (hasTool('localc')) expect(throughLibreOffice(bytes)).toContain(people[0]?.data.identity.citizen_id)
})

test('a head of another unit, and whoever only keeps accounts, is told nothing', async () => {
  const unit = await aUnit()
  for (const role of ['unitHead', 'unitAdmin', 'provinceAdmin'] as const) {
    const { actor } = await someone(role === 'unitAdmin' ? unit : await aUnit(), role)
    const input = { unitId: unit.id, own: false, sections: [...SECTION_IDS], purpose: PURPOSE }
    await expect(requestJob(call(actor, { kind: 'records.workbook', input }))).rejects.toMatchObject({
      code: 'notFound',
    })
  }
})

test('the template has every column, values to choose from that are in force, and no row', async () => {
  const { bytes } = templateFile({ personName: '=Người lập' }, NOW)
  const sheets = await sheetsIn(bytes)
  expect(sheets.get(MAIN_SHEET)).toHaveLength(1)
  expect(sheets.get('Danh mục')?.flat()).toContain('Nam')
  expect(sheets.get('Hướng dẫn')?.flat()).toContain("'=Người lập")
  if (hasTool('localc')) expect(throughLibreOffice(bytes)).toContain('Số căn cước công dân')
})

/** What LibreOffice reads on the second sheet. */
function throughLibreOffice(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
  try {
    writeFileSync(join(folder, 'a.xlsx'), bytes)
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2'
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'a.xlsx')])
    return readFileSync(join(folder, `a-${MAIN_SHEET}.csv`), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
