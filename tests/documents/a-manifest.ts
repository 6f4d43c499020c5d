import { createHash } from 'node:crypto'
import type { Manifest } from '@/lib/documents/manifest'
import { merkleRoot } from '@/lib/documents/merkle'

/** A manifest over as many made-up records as asked for. */
export function aManifest(count = 3, changes: Partial<Manifest> = {}): Manifest {
  const records = Array.from({ length: count }, (_, index) => ({
    id: `01JD3Z7Q${String(index).padStart(18, '0')}`,
    version: (index % 7) + 1,
    leaf: createHash('sha256').update(`leaf ${index}`).digest('hex'),
  }))
  return {
    type: 'hscbcc.approval/1',
    batchId: '01JD3Z7Q-batch',
    unitCode: 'H20.07',
    unitName: 'Sở Giáo dục và Đào tạo',
    period: '2026-11',
    kind: 'monthly',
    count,
    root: merkleRoot(records.map(({ leaf }) => leaf)),
    hashAlg: 'SHA-256',
    treeAlg: 'RFC6962',
    records,
    counts: { added: 1, changed: count - 1, unchanged: 0, removed: 0 },
    previousBatch: null,
    preparedAt: '2026-11-27T01:30:00.000Z',
    preparedBy: 'Trần Thị Hồng Yến',
    approver: { userId: '01JD3Z7Q-head', name: 'Nguyễn Thị Hồng Ánh', title: 'Giám đốc' },
    schemaVersions: { record: 'hscbcc.record/1' },
    catalogVersions: { form: '2026-11-22' },
    appVersion: '0.1.0',
    nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
    ...changes,
  }
}
