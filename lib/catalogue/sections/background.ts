import { boolean } from '../kinds/choices'
import { partialDateRange } from '../kinds/dates'
import { table } from '../kinds/table'
import { longText } from '../kinds/text'

/** Mục 34.1–34.3 của Sơ yếu lý lịch (TT 06/2023/TT-BNV). */
export const background = {
  title: 'Đặc điểm lịch sử bản thân',
  item: '34.1–34.3',
  nationalGroup: 'THONGTIN_KHAC',
  fields: {
    lived_under_old_regime: boolean({
      no: null,
      label: 'Đã làm việc cho chế độ cũ',
      item: '34.2',
      whoMayEdit: 'self',
      required: true,
      sensitive: true,
    }),
    has_foreign_relations: boolean({
      no: null,
      label: 'Có quan hệ với tổ chức nước ngoài, thân nhân ở nước ngoài',
      item: '34.3',
      whoMayEdit: 'self',
      required: true,
      sensitive: true,
    }),
    arrest_history: longText({
      no: 79,
      label: 'Bị bắt, bị tù (từ khi nào đến khi nào, ở đâu), đã khai báo cho ai, vấn đề gì',
      item: '34.1',
      whoMayEdit: 'self',
      required: true,
      sensitive: true,
      maxLength: 4000,
      hint: 'Không có thì ghi “Không”',
    }),
    specialHistory: table({
      no: null,
      label: 'Chế độ cũ; quan hệ nước ngoài',
      item: '34.2–34.3',
      whoMayEdit: 'self',
      required: false,
      minRows: 0,
      sensitive: true,
      national: 'DS_LICHSU_BANTHAN',
      rowKinds: [
        { code: 'OLD_REGIME', label: 'Làm việc cho chế độ cũ', item: '34.2', gate: 'lived_under_old_regime' },
        { code: 'FOREIGN_ORG', label: 'Quan hệ với tổ chức nước ngoài', item: '34.3', gate: 'has_foreign_relations' },
      ],
      columns: {
        special_history_period: partialDateRange({
          no: 80,
          label: 'Làm việc cho chế độ cũ / quan hệ tổ chức nước ngoài: Từ – Đến',
          heading: 'tháng/năm',
          item: '34.2, 34.3',
          whoMayEdit: 'self',
          required: true,
          sensitive: true,
        }),
        special_history_detail: longText({
          no: 81,
          label: 'Chức danh, chức vụ, đơn vị, địa điểm đã làm việc / tên tổ chức, địa chỉ trụ sở, công việc đã làm',
          heading: 'Chức danh, đơn vị, địa điểm; tên tổ chức, trụ sở, công việc',
          item: '34.2, 34.3',
          whoMayEdit: 'self',
          required: true,
          sensitive: true,
          maxLength: 2000,
        }),
      },
    }),
  },
} as const
