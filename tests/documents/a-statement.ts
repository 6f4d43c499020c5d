import type { ApprovalStatement, ChangeKind } from '@/lib/documents/approval-pdf'
import { aManifest } from './a-manifest'

const NAMES = ['Nguyễn Thị Hồng Ánh', 'Trần Văn Đức', 'Lê Hoàng Yến', 'Phạm Ngọc Quỳnh Như', 'Võ Thị Ỷ', 'Huỳnh Kim Sỹ']
const KINDS: ChangeKind[] = ['added', 'changed', 'removed']

/** A statement listing `count` people. */
export function aStatement(count = 3, changes: Partial<ApprovalStatement> = {}): ApprovalStatement {
  return {
    manifest: aManifest(count),
    parentName: 'Ủy ban nhân dân tỉnh Đồng Tháp',
    number: '11/PD-SGDĐT',
    place: 'Đồng Tháp',
    day: '2026-11-27',
    reason: null,
    people: Array.from({ length: count }, (_, index) => ({
      name: NAMES[index % NAMES.length]!,
      staffNumber: `DT-${String(index).padStart(6, '0')}`,
      kind: KINDS[index % KINDS.length]!,
      version: (index % 7) + 1,
    })),
    excluded: [{ name: 'Đặng Thị Thu Thủy', staffNumber: null, reason: 'Chưa gửi: còn thiếu ngày cấp căn cước' }],
    ...changes,
  }
}
