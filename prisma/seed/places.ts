import districts from '@/lib/catalogue/code-lists/don-vi-hanh-chinh-dong-thap.json'
import type { Address } from '@/lib/catalogue/kinds/address'
import type { Chance } from './chance'

type Division = (typeof districts.items)[number] & { validFrom: string | null; validUntil: string | null }

// The published list has a name with two spaces in it.
const ALL = districts.items.map((item) => ({ ...item, labelVi: item.labelVi.replace(/\s+/g, ' ') })) as Division[]
const COMMUNES = ALL.filter(({ level }) => level === 'XA')
const OLD = COMMUNES.filter(({ validUntil }) => validUntil !== null)
const NEW = COMMUNES.filter(({ validUntil }) => validUntil === null)
const OLD_PROVINCES: Record<string, string> = { '82': 'Tỉnh Tiền Giang', '87': 'Tỉnh Đồng Tháp' }

/** A place as papers before 01/07/2025 name it, with the old province's code, which a citizen number begins with. */
export type OldPlace = { address: Address; province: string }

/** A commune of the two provinces that became today's Đồng Tháp; three in four are of the old Đồng Tháp. */
export function oldPlace(chance: Chance): OldPlace {
  const province = chance.happens(75) ? '87' : '82'
  const commune = chance.one(OLD.filter((one) => one.provinceCode === province))
  const district = ALL.find(({ code, level }) => level === 'HUYEN' && code === commune.parentCode)
  const text = [commune.labelVi, district?.labelVi, OLD_PROVINCES[province]].filter(Boolean).join(', ')
  return { address: { text, code: commune.code, listValidFrom: commune.validFrom }, province }
}

/** Where somebody lives today: a commune of the new Đồng Tháp. */
export function newPlace(chance: Chance): Address {
  const { labelVi, code, validFrom } = chance.one(NEW)
  const hamlet = labelVi.startsWith('Phường')
    ? `Số ${chance.whole(2, 380)}, khóm ${chance.whole(1, 6)}`
    : `Ấp ${chance.one(HAMLETS)}`
  return { text: `${hamlet}, ${labelVi}, Tỉnh Đồng Tháp`, code, listValidFrom: validFrom }
}

const HAMLETS = ['1', '2', '3', 'Mỹ Tây 1', 'Đông Mỹ', 'An Định', 'Phú Lợi', 'Tân Bình', 'Bình Hòa', 'Long Thới']

/** A place known by words alone. */
export const inWords = (text: string): Address => ({ text, code: null, listValidFrom: null })
