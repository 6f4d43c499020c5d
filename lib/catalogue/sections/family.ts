import { choice } from '../kinds/choices'
import { integer } from '../kinds/numbers'
import { table } from '../kinds/table'
import { longText, text } from '../kinds/text'

/** Mục 36.1–36.2 của Sơ yếu lý lịch (TT 06/2023/TT-BNV). */
export const family = {
  title: 'Quan hệ gia đình',
  item: '36.1–36.2',
  nationalGroup: 'THONGTIN_KHAC',
  fields: {
    family: table({
      no: null,
      label: 'Quan hệ gia đình',
      item: '36.1–36.2',
      whoMayEdit: 'self',
      required: true,
      minRows: 2,
      sensitive: true,
      national: 'DS_QUANHE_GIADINH',
      rowKinds: [
        { code: 'OWN', label: 'Bên bản thân', item: '36.1' },
        { code: 'SPOUSE', label: 'Bên vợ hoặc chồng', item: '36.2' },
      ],
      columns: {
        family_relation: choice({
          no: 90,
          label: 'Quan hệ gia đình: Mối quan hệ',
          heading: 'Quan hệ',
          item: '36.1, 36.2',
          whoMayEdit: 'self',
          required: true,
          sensitive: true,
          codeList: 'quan-he-gia-dinh',
        }),
        family_name: text({
          no: 91,
          label: 'Họ và tên',
          item: '36.1, 36.2',
          whoMayEdit: 'self',
          required: true,
          sensitive: true,
          maxLength: 100,
        }),
        family_birth_year: integer({
          no: 92,
          label: 'Năm sinh',
          item: '36.1, 36.2',
          whoMayEdit: 'self',
          required: true,
          sensitive: true,
          min: 1800,
          max: 2100,
        }),
        family_detail: longText({
          no: 93,
          label:
            'Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác, học tập, nơi ở (trong, ngoài nước); thành viên tổ chức chính trị – xã hội; làm việc cho chế độ cũ, tiền án, tiền sự (nếu có)',
          heading: 'Quê quán, nghề nghiệp, chức vụ, đơn vị, nơi ở; đoàn thể; chế độ cũ, tiền án (nếu có)',
          item: '36.1, 36.2',
          whoMayEdit: 'self',
          required: true,
          sensitive: true,
          maxLength: 2000,
        }),
      },
    }),
  },
} as const
