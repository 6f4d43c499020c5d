import { LE_VAN_SAU } from './le-van-sau'
import { NGUYEN_THI_THUY_LINH } from './nguyen-thi-thuy-linh'
import { NGUYEN_VAN_TU, NGUYEN_VAN_TU_BY_SCALE } from './nguyen-van-tu'
import { PHAM_THI_HONG } from './pham-thi-hong'
import { THACH_THI_SO_PHIA } from './thach-thi-so-phia'
import { TRAN_MINH_KHOA } from './tran-minh-khoa'

/** The six, and the driver once more as he would be when paid by the scale. */
export const SAMPLE_PERSONS = [
  LE_VAN_SAU,
  THACH_THI_SO_PHIA,
  TRAN_MINH_KHOA,
  NGUYEN_VAN_TU,
  NGUYEN_VAN_TU_BY_SCALE,
  PHAM_THI_HONG,
  NGUYEN_THI_THUY_LINH,
]
