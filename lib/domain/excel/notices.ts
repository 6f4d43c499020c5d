/** What a reader of the file should know of it, a sentence each. */
export function noticesOf({
  hiddenLines,
  merged,
  formulas,
}: {
  hiddenLines: number
  merged: number
  formulas: number
}): string[] {
  return [
    hiddenLines > 0 && `Có ${hiddenLines.toLocaleString('vi')} dòng ẩn; các dòng này cũng được đọc.`,
    merged > 0 && `Có ${merged.toLocaleString('vi')} vùng ô gộp; giá trị thuộc ô đầu của vùng.`,
    formulas > 0 && `Có ${formulas.toLocaleString('vi')} ô công thức; đọc theo kết quả đã tính.`,
  ].filter((sentence) => sentence !== false)
}
