import 'server-only'
import { randomBytes } from 'node:crypto'
import { merkleRoot } from '@/lib/documents/merkle'
import { type ExportPaper, exportPdf } from '@/lib/documents/official/export-pdf'
import { type ExportStatement, statementBytes } from '@/lib/documents/signed-statement'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { checkAddress, printCode } from '@/lib/domain/check-code'
import { numberOf } from '@/lib/domain/exports/export-words'
import { authorityOf } from '@/lib/domain/mandates/mandate'
import { isWhole } from '@/lib/domain/masking'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { signingTitle } from '../approvals/approval-statement'
import { mandateFor } from '../approvals/batch-access'
import { batchNumber } from '../check/batch-number'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { env } from '../env'
import { formPicture } from '../evidence/photo'
import { approvedForm } from '../records/approved-form'
import { readRecord } from '../records/load'
import { approvedBy } from '../records/printed-form'
import type { FoundExport } from './export-access'

const APP_VERSION = '0.1.0'

type Content = Pick<ExportPaper, 'title' | 'under' | 'words' | 'body' | 'recipients'>
type Leaf = { id: string; version: number; leaf: string }

/** What this head would sign now: what is approved at this moment. */
export async function exportContent(actor: Actor, found: FoundExport, now: Date) {
  const title = await signingTitle(db, actor, mandateFor(actor, found.unitId))
  const content = found.kind === 'cv' ? await cvContent(actor, found, title, now) : await listContent(found, title)
  const signer = { userId: actor.userId, name: actor.personName, title }
  return { ...content, signer, root: merkleRoot(content.records.map(({ leaf }) => leaf)) }
}

/** The paper of it, with both signature fields empty. */
export async function exportPaper(
  actor: Actor,
  found: FoundExport,
  { records, root, signer, ...content }: Awaited<ReturnType<typeof exportContent>>,
  now: Date,
) {
  const statement: ExportStatement = {
    ...{ type: 'hscbcc.export/1', exportId: found.id, kind: found.kind, replaces: await replaced(found.replacesId) },
    ...{ unitCode: found.unit.code, unitName: found.unit.name, count: records.length, signer },
    ...{ root, hashAlg: 'SHA-256', treeAlg: 'RFC6962', records },
    ...{ preparedAt: now.toISOString(), preparedBy: actor.personName, appVersion: APP_VERSION },
    nonce: randomBytes(16).toString('base64url'),
  }
  const url = env.PORTAL_URL ? checkAddress(env.PORTAL_URL, found.verifyCode) : null
  const check = { url, code: printCode(found.verifyCode) }
  const pdf = await exportPdf({ ...content, statement, parentName: found.unit.parent?.name ?? null, check })
  return { pdf, text: Buffer.from(statementBytes(statement)).toString('utf8') }
}

async function replaced(id: string | null): Promise<ExportStatement['replaces']> {
  if (id === null) return null
  const old = await db.legalExport.findUniqueOrThrow({ where: { id }, include: { unit: { select: { code: true } } } })
  return { exportId: id, number: numberOf(old) ?? '' }
}

const VALUE =
  'Văn bản này có chữ ký số của người có thẩm quyền và của cơ quan, có giá trị như bản gốc văn bản giấy (Quy chế, Điều 13 khoản 4; Nghị định 30/2020/NĐ-CP, Điều 5).'

/** A confirmation on its own page, and behind it the whole Sơ yếu lý lịch as it was approved. */
async function cvContent(
  actor: Actor,
  found: FoundExport,
  title: string,
  now: Date,
): Promise<Content & { records: Leaf[] }> {
  const recordId = found.recordId ?? ''
  const { person, sight } = await readRecord(db, actor, recordId)
  const item = isWhole(sight.reading) ? await approvedBy(recordId, null) : null
  if (!item) throw new Refusal('exportNothingApproved', {})
  const picture = await formPicture(db, recordId, sight, { official: true, by: null })
  const form = { ...approvedForm(item, { printedBy: actor.personName, printedAt: sayInstant(now) }, sight), picture }
  const batch = await db.approvalBatch.findFirstOrThrow({
    where: { items: { some: { verifyCode: item.verifyCode } } },
    include: { unit: { select: { code: true, name: true } } },
  })
  const approved = batch.closedAt ? sayInstant(batch.closedAt) : ''
  return {
    title: ['GIẤY XÁC NHẬN', 'SƠ YẾU LÝ LỊCH'],
    under: null,
    words: [
      `${authorityOf(title)} ${found.unit.name} xác nhận: Sơ yếu lý lịch kèm theo là của ông (bà) ${form.name}, đang công tác tại ${person.unitName}.`,
      `Dữ liệu là bản ${item.version} của hồ sơ, đã được ${batch.unit.name} phê duyệt bằng chữ ký số tại văn bản số ${await batchNumber(batch)}, lúc ${approved}; mã kiểm tra ${item.leaf.slice(0, 16)}.`,
      `Dùng vào việc: ${found.purpose}.`,
      VALUE,
    ],
    // The page before it has the QR of this document; a second one would only be mistaken for it.
    body: { kind: 'cv', form: { ...form, check: null } },
    recipients: [`- ${person.fullName};`, '- Lưu: VT, hồ sơ cá nhân.'],
    records: [{ id: recordId, version: item.version, leaf: item.leaf }],
  }
}

type Row = {
  id: string
  version: number
  leaf: string
  name: string
  born: string | null
  position: string | null
  rank: string | null
}

/** Everybody of the unit whose record was approved, as it was approved. */
async function listContent(found: FoundExport, title: string): Promise<Content & { records: Leaf[] }> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT record.id, revision.version, revision.hash AS leaf, coalesce(cv.full_name, person.full_name) AS name,
      cv.date_of_birth AS born, cv.current_position AS position, cv.rank_code AS rank
    FROM person JOIN record ON record.person_id = person.id
    JOIN revision ON revision.id = record.approved_revision_id
    LEFT JOIN cv ON cv.record_id = record.id AND cv.revision_id = revision.id
    WHERE person.unit_id = ${found.unitId}::uuid AND person.same_as_id IS NULL
    ORDER BY person.given_name COLLATE "vi-x-icu", person.family_name COLLATE "vi-x-icu", person.id`
  if (rows.length === 0) throw new Refusal('exportNothingApproved', {})
  const positions = new Map(codeLists('chuc-vu').map(({ code, label }) => [code, label]))
  return {
    title: ['DANH SÁCH', 'CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC'],
    under: null,
    words: [
      `${authorityOf(title)} ${found.unit.name} xác nhận danh sách ${rows.length} người của đơn vị, theo hồ sơ đã được phê duyệt bằng chữ ký số.`,
      `Dùng vào việc: ${found.purpose}.`,
      VALUE,
    ],
    body: {
      kind: 'list',
      columns: [
        { title: 'STT', share: 0.08, align: 'centre' },
        { title: 'Họ và tên', share: 0.3 },
        { title: 'Ngày sinh', share: 0.16, align: 'centre' },
        { title: 'Chức vụ', share: 0.28 },
        { title: 'Mã ngạch', share: 0.18, align: 'centre' },
      ],
      rows: rows.map(({ name, born, position, rank }, index) => [
        ...[`${index + 1}`, name, born === null ? '' : sayDay(born)],
        ...[position === null ? '' : (positions.get(position) ?? ''), rank ?? ''],
      ]),
    },
    recipients: ['- Như trên;', '- Lưu: VT.'],
    records: rows.map(({ id, version, leaf }) => ({ id, version, leaf })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
