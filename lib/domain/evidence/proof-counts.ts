type Line = { proofs: readonly unknown[]; standing: { kind: 'checked' | 'matched' } | null }

/** `68 giá trị đã ghi = 12 khớp dân cư + 20 đã đối chiếu + 36 mới khai; 25 có minh chứng`. */
export function proofCounts(lines: readonly Line[]): string {
  const of = (kind: 'checked' | 'matched' | null) =>
    lines.filter(({ standing }) => (standing?.kind ?? null) === kind).length
  const parts = `${of('matched')} khớp dân cư + ${of('checked')} đã đối chiếu + ${of(null)} mới khai`
  const proven = lines.filter(({ proofs }) => proofs.length > 0).length
  return `${lines.length} giá trị đã ghi = ${parts}; ${proven} có minh chứng`
}
