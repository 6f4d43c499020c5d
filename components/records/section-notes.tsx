import { Notice } from '@/components/ui/notice'
import type { FieldSpec } from '@/lib/domain/form-spec'
import type { Editor } from '@/lib/domain/record'

/** Whose fields some of these are, and how to have them put right. */
export function SectionNotes({ fields, editor }: { fields: readonly FieldSpec[]; editor: Editor }) {
  const theirs = fields.filter(({ readOnly }) => readOnly !== null)
  if (theirs.length === 0) return null
  const all = theirs.length === fields.length
  return (
    <div className="mb-3">
      {editor !== 'unit' ? (
        <Notice title={all ? 'Mục này do đơn vị ghi.' : 'Ô có chữ “Đơn vị ghi” do cán bộ hồ sơ của đơn vị ghi.'}>
          Thấy chỗ nào sai, Anh/Chị bấm “Đề nghị sửa” ở ô đó.
        </Notice>
      ) : (
        <Notice title={all ? 'Mục này do người khai ghi.' : 'Ô có chữ “Người khai ghi” do chính người có hồ sơ ghi.'}>
          Thấy chỗ nào sai, trả lại trường đó kèm lý do khi kiểm hồ sơ.
        </Notice>
      )}
    </div>
  )
}
