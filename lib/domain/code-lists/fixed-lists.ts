const RULED = 'Phần mềm có quy tắc riêng theo từng mã của danh mục này, nên danh mục đổi cùng bản phần mềm mới.'
const PLACES =
  'Địa danh đổi theo nghị quyết của Quốc hội, kèm ranh giới và mã cũ, nên danh mục đổi cùng bản phần mềm mới.'

/** Lists that are looked at here and changed with the product only, and why. */
export const FIXED_LISTS: Readonly<Record<string, string>> = {
  'loai-don-vi': RULED,
  'doi-tuong': RULED,
  'trang-thai-cong-tac': RULED,
  'don-vi-hanh-chinh-dong-thap': PLACES,
  'tinh-thanh-34': PLACES,
  'tinh-thanh-63': PLACES,
}

/** What rules know of shipped entries only, to be said where one is added. */
export const KNOWN_OF_SHIPPED: Readonly<Record<string, string>> = {
  'ngach-cong-chuc':
    'Nhóm lương, bậc, hệ số chỉ được soát với ngạch giao cùng phần mềm; ngạch thêm ở đây được chọn, kiểm và gửi, lương ghi theo quyết định.',
  'chuc-danh-nghe-nghiep':
    'Nhóm lương, bậc, hệ số chỉ được soát với chức danh giao cùng phần mềm; chức danh thêm ở đây được chọn, kiểm và gửi, lương ghi theo quyết định.',
  'chuc-vu': 'Mức phụ cấp chức vụ chỉ được soát với chức vụ giao cùng phần mềm.',
}
