import relations from '@/lib/catalogue/code-lists/quan-he-gia-dinh.json'
import type { Rule, RuleContext } from './rule'

const WIFE = '05'
const HUSBAND = '06'
const labelOf = new Map(relations.items.map(({ code, labelVi }) => [code, labelVi]))

const rows = ({ data }: RuleContext) => data.family.family ?? []
const at = (row: string, column: string) => ({ section: 'family' as const, code: 'family', row, column })

export const RELATIVE_RULES: Rule[] = [
  {
    id: 'R90-spouse',
    clause: 'Mẫu SYLL, mục 36.1, 36.2',
    severity: 'warning',
    demands: 'Có dòng bên vợ hoặc chồng thì mục 36.1 có vợ hoặc chồng.',
    complaints: (context) => {
      const married = rows(context).some((row) => [WIFE, HUSBAND].includes(row.family_relation ?? ''))
      const first = rows(context).find(({ kind }) => kind === 'SPOUSE')
      return first && !married
        ? [
            {
              place: at(first.id, 'family_relation'),
              sentence: 'Mục 36.1 chưa có vợ hoặc chồng. Thêm dòng, hoặc xác nhận nếu đã ly hôn, góa.',
            },
          ]
        : []
    },
  },
  {
    id: 'R90-sex',
    clause: 'Luật Hôn nhân và gia đình 2014, Điều 8',
    severity: 'warning',
    demands: 'Nam ghi vợ, nữ ghi chồng.',
    complaints: (context) => {
      const wrong = { '1': HUSBAND, '2': WIFE }[context.data.identity.gender ?? '']
      return rows(context).flatMap((row) =>
        row.kind === 'OWN' && wrong !== undefined && row.family_relation === wrong
          ? [
              {
                place: at(row.id, 'family_relation'),
                sentence: `“${labelOf.get(wrong)}” không khớp giới tính đã ghi ở mục 1. Xem lại quan hệ hoặc giới tính.`,
              },
            ]
          : [],
      )
    },
  },
  {
    id: 'R92-future',
    clause: 'Mẫu SYLL, mục 36',
    severity: 'error',
    demands: 'Năm sinh của người thân không sau năm nay.',
    complaints: (context) =>
      rows(context).flatMap((row) =>
        row.family_birth_year !== null && row.family_birth_year > Number(context.today.slice(0, 4))
          ? [
              {
                place: at(row.id, 'family_birth_year'),
                sentence: `Năm ${row.family_birth_year} chưa tới. Xem lại năm sinh.`,
              },
            ]
          : [],
      ),
  },
]
