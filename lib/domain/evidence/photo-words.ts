import { sayInstant } from '../calendar'
import type { Standing } from './standing'

/** What the page says of the picture at the head of the form. */
export function photoWords(photo: { standing: Standing } | null): string {
  if (photo === null) return 'Chưa có ảnh. Mẫu in để khung trống.'
  if (photo.standing === null) return 'Cán bộ hồ sơ chưa đối chiếu, nên chưa in trên bản đã duyệt.'
  return `${photo.standing.byName} đã đối chiếu ${sayInstant(photo.standing.at)}. In trên bản đã duyệt.`
}
