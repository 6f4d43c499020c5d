import type { ExportPaper } from '@/lib/documents/official/export-pdf'
import { exportPdf } from '@/lib/documents/official/export-pdf'
import { numberedPaper } from '@/lib/documents/official/numbered-paper'
import { prepareSignature } from '@/lib/documents/pdf-signature/prepare'
import { AGENCY_FIELD } from '@/lib/documents/signature-field'
import type { ExportStatement } from '@/lib/documents/signed-statement'
import type { Signer } from './a-chain'
import { aManifest } from './a-manifest'
import { SIGNED_AT, signWith } from './a-signed-pdf'

export function anExportStatement(count = 1, changes: Partial<ExportStatement> = {}): ExportStatement {
  const { unitCode, unitName, root, hashAlg, treeAlg, records, preparedAt, preparedBy, appVersion, nonce } =
    aManifest(count)
  return {
    ...{ type: 'hscbcc.export/1', exportId: '01JD3Z7Q-export', kind: 'list', replaces: null },
    ...{ unitCode, unitName, count, root, hashAlg, treeAlg, records, preparedAt, preparedBy, appVersion, nonce },
    signer: { userId: '01JD3Z7Q-head', name: 'Nguyễn Thị Hồng Ánh', title: 'KT. Giám đốc\nPhó Giám đốc' },
    ...changes,
  }
}

export const anExport = (changes: Partial<ExportPaper> = {}): ExportPaper => ({
  statement: anExportStatement(),
  parentName: 'Ủy ban nhân dân tỉnh Đồng Tháp',
  title: ['DANH SÁCH', 'CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC'],
  under: 'Theo dữ liệu đã được phê duyệt',
  words: ['Văn bản này có chữ ký số của người có thẩm quyền và của cơ quan.'],
  body: {
    kind: 'list',
    columns: [
      { title: 'STT', share: 0.1, align: 'centre' },
      { title: 'Họ và tên', share: 0.9 },
    ],
    rows: [['1', 'Huỳnh Thị Ngọc Bửu']],
  },
  recipients: ['- Ông Huỳnh Văn Ẩn;', '- Lưu: VT.'],
  check: { url: 'https://hoso.dongthap.gov.vn/verify/x', code: '3f0c9a52 7d1e4b8a 9c330d5e 6f708192' },
  ...changes,
})

/** Signed by the competent person, still a draft. */
export const signedByPerson = async (signer: Signer, paper = anExport()) => {
  const pdf = await exportPdf(paper)
  const prepared = await prepareSignature(pdf, { reason: 'Ký', at: SIGNED_AT, signerName: 'Nguyễn Thị Hồng Ánh' })
  return signWith(signer, prepared)
}

/** Then sealed by the agency, with its number and day. */
export const sealed = async (agency: Signer, half: Uint8Array) => {
  const late = { number: 'Số: 01/DS-SGDĐT', day: 'Đồng Tháp, ngày 27 tháng 11 năm 2026' }
  const prepared = await prepareSignature(await numberedPaper(half, late), {
    ...{ reason: 'Phát hành', at: SIGNED_AT, signerName: 'Sở Giáo dục và Đào tạo', field: AGENCY_FIELD },
  })
  return signWith(agency, prepared)
}
