import { type CvForm, labelOf } from '@/lib/domain/cv/form'

/** Every word of the form that a paper made from it must hold, piece by piece. */
export function everythingSaid(form: CvForm): string[] {
  const lines = [...form.head, ...form.beside]
  const said = [form.title, form.declaration]
  for (const block of form.blocks) {
    if (block.kind === 'line') lines.push(block.line)
    if (block.kind === 'heading') said.push(`${block.number === null ? '' : `${block.number}. `}${block.text}`)
    if (block.kind === 'table') {
      said.push(...block.columns.flatMap(({ head, over }) => [head, over ?? '']))
      said.push(...block.rows.flatMap(({ cells }) => cells))
    }
  }
  for (const line of lines) {
    for (const [index, entry] of line.entries.entries())
      said.push(`${labelOf(line, entry, index)} ${entry.answer ?? ''}`)
  }
  for (const { day, title, hint, note, name } of [form.person, form.authority])
    said.push(day, title, hint, note ?? '', name ?? '')
  return said.filter((words) => words !== '')
}
