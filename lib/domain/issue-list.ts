/** Citizen numbers as pasted or read from a list, in their order, and what is none. */
export function readIssueList(text: string): { citizenIds: string[]; faults: { typed: string; why: string }[] } {
  const citizenIds = new Set<string>()
  const faults: { typed: string; why: string }[] = []
  for (const typed of text.normalize('NFKC').split(/[\s,;]+/u)) {
    if (typed === '') continue
    // A spreadsheet takes a number's leading nought away.
    const id = /^\d{11}$/.test(typed) ? `0${typed}` : typed
    if (!/^\d{12}$/.test(id)) faults.push({ typed, why: 'Không phải số căn cước 12 chữ số' })
    else if (citizenIds.has(id)) faults.push({ typed, why: 'Ghi hai lần trong danh sách' })
    else citizenIds.add(id)
  }
  return { citizenIds: [...citizenIds], faults }
}

/** Codes of `trang-thai-cong-tac` of people who are in service no more: they are given no account. */
export const LEFT_SERVICE: readonly string[] = [
  ...['NGHI_HUU', 'THOI_VIEC', 'BUOC_THOI_VIEC', 'CHUYEN_NGOAI_TINH'],
  ...['CHUYEN_DANG_DOAN', 'TINH_GIAN', 'TU_TRAN'],
]
