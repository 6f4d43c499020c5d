import 'server-only'
import { readStatement } from '@/lib/documents/signed-statement'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import type { FoundExport } from './export-access'
import { exportContent, exportPaper } from './export-paper'

/** What was left in a paper for a raw signature is of no use once the paper is another. */
export const UNPREPARED = { preparedPdf: null, preparedSha256: null, attributes: null, certificateId: null } as const

/**
 * The paper this head signs: what is approved now. One that was offered already stays the same while it says the same, so that it can
 * be read, taken away, signed elsewhere and brought back.
 */
export async function offeredPaper(
  { transact, actor, now }: Pick<Call<unknown>, 'transact' | 'actor' | 'now'>,
  found: FoundExport,
): Promise<Uint8Array> {
  const content = await exportContent(actor, found, now)
  const { signer, root } = content
  if (found.paperPdf && found.signerId === actor.userId && saysSo(found.statement, { title: signer.title, root }))
    return found.paperPdf
  const { pdf, text } = await exportPaper(actor, found, content, now)
  await transact(async (tx) => {
    const { count } = await tx.legalExport.updateMany({
      where: { id: found.id, state: 'requested' },
      data: {
        ...{ statement: text, paperPdf: new Uint8Array(pdf), ...UNPREPARED },
        ...{ signerId: actor.userId, signerName: actor.personName, signerTitle: signer.title },
      },
    })
    if (count === 0) throw new Refusal('exportDecided', {})
  })
  return pdf
}

function saysSo(text: string | null, { title, root }: { title: string; root: string }): boolean {
  const said = text === null ? null : readStatement(Buffer.from(text, 'utf8'))
  return said?.type === 'hscbcc.export/1' && said.root === root && said.signer.title === title
}
