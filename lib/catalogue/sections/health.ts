import { choice } from '../kinds/choices'
import { decimal, integer } from '../kinds/numbers'

/** Mục 31 của Sơ yếu lý lịch (TT 06/2023/TT-BNV). */
export const health = {
  title: 'Sức khỏe',
  item: '31',
  nationalGroup: 'THONGTIN_KHAC',
  fields: {
    health_status: choice({
      no: 65,
      label: 'Tình trạng sức khỏe',
      item: '31',
      whoMayEdit: 'self',
      required: true,
      sensitive: true,
      codeList: 'suc-khoe',
    }),
    height_cm: integer({
      no: 66,
      label: 'Chiều cao (cm)',
      item: '31',
      whoMayEdit: 'self',
      required: false,
      sensitive: true,
      min: 100,
      max: 230,
    }),
    weight_kg: decimal({
      no: 67,
      label: 'Cân nặng (kg)',
      item: '31',
      whoMayEdit: 'self',
      required: false,
      sensitive: true,
      min: 25,
      max: 200,
    }),
    blood_type: choice({
      no: 68,
      label: 'Nhóm máu',
      item: '31',
      whoMayEdit: 'self',
      required: false,
      sensitive: false,
      codeList: 'nhom-mau',
    }),
  },
} as const
