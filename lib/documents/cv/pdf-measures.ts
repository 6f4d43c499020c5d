import { FULL_ROOM, TEXT_SIZE } from '@/lib/domain/cv/lines'
import { type Box, PAGE } from '../print/sheet'

/** Between margins of 30 mm at the left and 15 mm at the right (Nghị định 30/2020, Phụ lục I). */
export const WHOLE: Box = { x: PAGE.left, width: FULL_ROOM }
export const SIZE = TEXT_SIZE
export const TABLE_SIZE = 11
export const FOOT_SIZE = 8.5
/** What a page holds between its upper and its lower margin. */
export const PAGE_ROOM = PAGE.height - PAGE.top - PAGE.bottom

/** A photograph of 4 × 6 cm, in points. */
export const PHOTO = { width: 113.4, height: 170.1 }
