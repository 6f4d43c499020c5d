import { choice, multiChoice } from '../kinds/choices'
import { text } from '../kinds/text'

/** Mục 19–22 của Sơ yếu lý lịch (TT 06/2023/TT-BNV). */
export const qualification = {
  title: 'Trình độ và danh hiệu',
  item: '19–22',
  nationalGroup: 'TRINHDO_DAOTAO_BOIDUONG',
  fields: {
    general_education_level: choice({
      no: 31,
      label: 'Trình độ giáo dục phổ thông (đã tốt nghiệp lớp mấy/thuộc hệ nào)',
      item: '19',
      whoMayEdit: 'self',
      required: true,
      sensitive: false,
      codeList: 'trinh-do-gdpt',
      national: 'HocVanPhoThong',
    }),
    highest_qualification: choice({
      no: 32,
      label: 'Trình độ chuyên môn cao nhất',
      item: '20',
      whoMayEdit: 'self',
      required: true,
      sensitive: false,
      codeList: 'trinh-do-chuyen-mon',
      national: 'TrinhDoChuyenMon',
    }),
    academic_title: choice({
      no: 33,
      label: 'Học hàm',
      item: '21',
      whoMayEdit: 'self',
      required: false,
      sensitive: false,
      codeList: 'hoc-ham',
      national: 'MaChucDanhKhoaHoc',
    }),
    state_title: multiChoice({
      no: 34,
      label: 'Danh hiệu nhà nước phong tặng',
      item: '22',
      whoMayEdit: 'self',
      required: false,
      sensitive: false,
      codeList: 'danh-hieu-nha-nuoc',
    }),
    state_title_years: text({
      no: null,
      label: 'Năm phong tặng, theo thứ tự danh hiệu',
      item: '22',
      whoMayEdit: 'self',
      required: 'hasStateTitle',
      shownWhen: 'hasStateTitle',
      sensitive: false,
      maxLength: 120,
      pattern: /^[12]\d{3}(; ?[12]\d{3})*$/,
      patternHint: 'Ghi năm, cách nhau bằng dấu chấm phẩy, ví dụ 2014; 2023.',
      hint: 'Ví dụ 2014; 2023',
      explains: 'state_title',
    }),
  },
} as const
