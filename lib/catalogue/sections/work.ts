import { date, partialDateRange } from '../kinds/dates'
import { table } from '../kinds/table'
import { text } from '../kinds/text'

/** Mục 33 của Sơ yếu lý lịch (TT 06/2023/TT-BNV). */
export const work = {
  title: 'Tóm tắt quá trình công tác',
  item: '33',
  nationalGroup: 'TUYENDUNG_QT_CONGTAC',
  fields: {
    workHistory: table({
      no: null,
      label: 'Tóm tắt quá trình công tác',
      item: '33',
      whoMayEdit: 'both',
      required: true,
      minRows: 1,
      sensitive: false,
      national: 'DS_QUATRINH_CONGTAC',
      columns: {
        work_period: partialDateRange({
          no: 76,
          label: 'Quá trình công tác: Tháng/năm Từ – Đến',
          heading: 'tháng/năm',
          item: '33',
          whoMayEdit: 'both',
          required: true,
          sensitive: false,
        }),
        work_unit: text({
          no: 77,
          label: 'Đơn vị công tác (đảng, chính quyền, đoàn thể, tổ chức xã hội)',
          heading: 'Đơn vị công tác',
          item: '33',
          whoMayEdit: 'both',
          required: true,
          sensitive: false,
          maxLength: 255,
        }),
        work_position: text({
          no: 78,
          label: 'Chức danh/chức vụ',
          heading: 'Chức danh, chức vụ',
          item: '33',
          whoMayEdit: 'both',
          required: true,
          sensitive: false,
          maxLength: 200,
        }),
        decision_no: text({
          no: null,
          label: 'Số quyết định',
          item: '33',
          whoMayEdit: 'both',
          required: false,
          sensitive: false,
          maxLength: 60,
        }),
        decision_date: date({
          no: null,
          label: 'Ngày quyết định',
          item: '33',
          whoMayEdit: 'both',
          required: false,
          sensitive: false,
        }),
      },
    }),
  },
} as const
