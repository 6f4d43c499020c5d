import codes from '@/lib/catalogue/code-lists/ma-dinh-danh-co-quan.json'

/** ID-1: letters and digits in groups parted by dots, at most 35 signs; other bodies Z01–Z99 without dots. */
const GENERAL = new RegExp(codes.rules.general)
const LEGACY = new RegExp(codes.rules.legacyQCVN102)

export const isAgencyCode = (code: string) => GENERAL.test(code)

/** QCVN 102:2016, written backwards, still on papers: `000.12.05.H20`. */
export const isLegacyCode = (code: string) => LEGACY.test(code)

/** ID-1: a child's code is its parent's, a dot, and one group more. Codes of other bodies (Z) have no levels. */
export const isCodeUnder = (code: string, parentCode: string) =>
  code.startsWith('Z') || (code.startsWith(`${parentCode}.`) && !code.slice(parentCode.length + 1).includes('.'))
