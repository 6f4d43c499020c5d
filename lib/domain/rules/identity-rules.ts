import provinces from '@/lib/catalogue/code-lists/tinh-thanh-63.json'
import { sayPartialDay } from '@/lib/catalogue/days'
import { addMonths, earliest, latest } from './day-arithmetic'
import type { Rule } from './rule'

const PLACE_PREFIXES = new Set(provinces.items.map((item) => item.citizenIdPrefix))
const at = (
  code: 'date_of_birth' | 'citizen_id' | 'citizen_id_issued_on' | 'social_insurance_no' | 'health_insurance_card_no',
) => ({ section: 'identity' as const, code })

export const IDENTITY_RULES: Rule[] = [
  {
    id: 'R8-age',
    clause: 'Mẫu SYLL, mục 3',
    severity: 'error',
    demands: 'Người khai từ 15 đến 75 tuổi vào ngày khai.',
    complaints: ({ data, today }) => {
      const born = data.identity.date_of_birth
      if (born === null) return []
      const tooYoung = addMonths(earliest(born), 15 * 12) > today
      const tooOld = addMonths(latest(born), 76 * 12) <= today
      return tooYoung || tooOld
        ? [
            {
              place: at('date_of_birth'),
              sentence: `Sinh ${sayPartialDay(born)} thì không trong độ tuổi 15–75. Xem lại năm sinh.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R13-province',
    clause: 'Luật Căn cước 2023; mã tỉnh trong số định danh',
    severity: 'warning',
    demands: 'Ba số đầu của số căn cước là mã tỉnh nơi đăng ký khai sinh.',
    complaints: ({ data }) => {
      const id = data.identity.citizen_id
      return id === null || PLACE_PREFIXES.has(id.slice(0, 3))
        ? []
        : [
            {
              place: at('citizen_id'),
              sentence: `Ba số đầu ${id.slice(0, 3)} không phải mã tỉnh nào. Xem lại số trên thẻ.`,
            },
          ]
    },
  },
  {
    id: 'R13-century-sex',
    clause: 'NĐ 137/2015/NĐ-CP, Điều 13',
    severity: 'warning',
    demands: 'Chữ số thứ tư của số căn cước khớp thế kỷ sinh và giới tính.',
    complaints: ({ data }) => {
      const { citizen_id: id, gender, date_of_birth: born } = data.identity
      if (id === null || gender === null || born === null) return []
      const wanted = String((Math.floor(Number(born.slice(0, 4)) / 100) - 19) * 2 + (gender === '2' ? 1 : 0))
      const sex = gender === '2' ? 'nữ' : 'nam'
      return id[3] === wanted
        ? []
        : [
            {
              place: at('citizen_id'),
              sentence: `Chữ số thứ 4 là ${id[3]}, không khớp ${sex} sinh ${born.slice(0, 4)}. Chữ số này phải là ${wanted}.`,
            },
          ]
    },
  },
  {
    id: 'R13-year',
    clause: 'NĐ 137/2015/NĐ-CP, Điều 13',
    severity: 'warning',
    demands: 'Chữ số thứ năm và sáu của số căn cước là hai số cuối của năm sinh.',
    complaints: ({ data }) => {
      const { citizen_id: id, date_of_birth: born } = data.identity
      if (id === null || born === null || id.slice(4, 6) === born.slice(2, 4)) return []
      return [
        {
          place: at('citizen_id'),
          sentence: `Chữ số thứ 5–6 là ${id.slice(4, 6)}, không khớp năm sinh ${born.slice(0, 4)}. Xem lại số thẻ hoặc năm sinh.`,
        },
      ]
    },
  },
  {
    id: 'R14-issued',
    clause: 'Luật Căn cước công dân 2014, Điều 19, 38; Luật Căn cước 2023',
    severity: 'error',
    demands: 'Ngày cấp thẻ 12 số từ 01/07/2012 đến hôm nay và khi đã đủ 14 tuổi.',
    complaints: ({ data, today }) => {
      const { citizen_id_issued_on: issued, date_of_birth: born } = data.identity
      if (issued === null) return []
      if (issued > today)
        return [{ place: at('citizen_id_issued_on'), sentence: 'Ngày cấp ở sau hôm nay. Xem lại mặt sau thẻ.' }]
      if (issued < '2012-07-01')
        return [
          {
            place: at('citizen_id_issued_on'),
            sentence: 'Thẻ 12 số chỉ có từ 01/07/2012. Ghi ngày cấp của thẻ đang dùng.',
          },
        ]
      const tooSoon = born !== null && issued < addMonths(earliest(born), 14 * 12)
      return tooSoon
        ? [{ place: at('citizen_id_issued_on'), sentence: 'Lúc này chưa đủ 14 tuổi. Xem lại ngày cấp và ngày sinh.' }]
        : []
    },
  },
  {
    id: 'R16-same-number',
    clause: 'QĐ 346/QĐ-BHXH; mã BHXH trùng số định danh',
    severity: 'error',
    demands: 'Số bảo hiểm xã hội 12 số phải trùng số căn cước.',
    complaints: ({ data }) => {
      const { social_insurance_no: number, citizen_id: id } = data.identity
      return number?.length === 12 && id !== null && number !== id
        ? [
            {
              place: at('social_insurance_no'),
              sentence: 'Số 12 chữ số phải trùng số căn cước. Ghi số căn cước hoặc số sổ cũ 10 chữ số.',
            },
          ]
        : []
    },
  },
  {
    id: 'R17-card',
    clause: 'QĐ 1351/QĐ-BHXH (thẻ 15 ký tự); QĐ 1666/QĐ-BHXH (thẻ 10 số từ 01/04/2021)',
    severity: 'warning',
    demands: 'Mười số của thẻ bảo hiểm y tế, hay mười số cuối của thẻ cũ, là số bảo hiểm xã hội.',
    complaints: ({ data }) => {
      const { health_insurance_card_no: card, social_insurance_no: number } = data.identity
      const ten = card !== null && card.length !== 12 ? card.slice(-10) : null
      return ten !== null && number?.length === 10 && ten !== number
        ? [
            {
              place: at('health_insurance_card_no'),
              sentence: `Mười số của thẻ là ${ten}, khác số bảo hiểm xã hội ${number}. Xem lại cả hai.`,
            },
          ]
        : []
    },
  },
  {
    id: 'R12-stated',
    clause: 'Mẫu SYLL, mục 7',
    severity: 'warning',
    demands: 'Tôn giáo được xác định; không theo tôn giáo nào thì chọn “Không”.',
    complaints: ({ data }) =>
      data.identity.religion === '00'
        ? [
            {
              place: { section: 'identity', code: 'religion' },
              sentence: 'Chọn tôn giáo đang theo, hoặc “Không” nếu không theo tôn giáo nào.',
            },
          ]
        : [],
  },
  {
    id: 'R18-dated',
    clause: 'Nghị quyết 202/2025/QH15; QĐ 19/2025/QĐ-TTg (đơn vị hành chính từ 01/07/2025)',
    severity: 'warning',
    demands: 'Nơi ở hiện nay ghi theo đơn vị hành chính đang có.',
    complaints: ({ data, today, lists }) => {
      const place = data.identity.current_address
      const entry = lists('don-vi-hanh-chinh').find(
        (one) => one.code === place?.code && one.validFrom === place.listValidFrom,
      )
      return entry?.validUntil && entry.validUntil < today
        ? [
            {
              place: { section: 'identity', code: 'current_address' },
              sentence: `${entry.label} là tên cũ, đến ${sayPartialDay(entry.validUntil)}. Ghi xã, phường hiện nay.`,
            },
          ]
        : []
    },
  },
]
