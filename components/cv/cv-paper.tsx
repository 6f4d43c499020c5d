import type { Block, CvForm, Place, Signing } from '@/lib/domain/cv/form'
import { CvLine } from './cv-line'
import { CvTable } from './cv-table'

export type HrefOf = (place: Place, row?: string) => string | null

/** The Sơ yếu lý lịch as it will be printed. Where `hrefOf` leads somewhere, an item is a link to where it is edited. */
export function CvPaper({ form, hrefOf }: { form: CvForm; hrefOf: HrefOf }) {
  const { title, name, head, photo, picture, beside, blocks, declaration, person, authority, check, mark, foot } = form
  return (
    <article className="paper cv" aria-label={`Sơ yếu lý lịch của ${name}`}>
      {mark !== null && (
        <p className="cv-mark" data-mark={mark}>
          <span className="vh">{mark}</span>
        </p>
      )}
      {head.map((line) => (
        <CvLine key={keyOf(line)} line={line} hrefOf={hrefOf} />
      ))}
      <h2 className="cv-title">{title}</h2>
      <div className="cv-front">
        {picture ? (
          // biome-ignore lint/performance/noImgElement: a face, encrypted in the store, is nothing to be optimised and kept
          <img className="cv-photo" src={`/api/documents/evidence/${picture.id}`} alt={`Ảnh của ${name}`} />
        ) : (
          <p className="cv-photo">{photo}</p>
        )}
        <div>
          {beside.map((line) => (
            <CvLine key={keyOf(line)} line={line} hrefOf={hrefOf} />
          ))}
        </div>
      </div>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of the form stand in the order of the law
        <CvBlock key={index} block={block} hrefOf={hrefOf} />
      ))}
      <p className="cv-declaration">{declaration}</p>
      <div className="cv-signatures">
        <SignatureBlock signing={person} />
        <SignatureBlock signing={authority} />
      </div>
      {check && (
        <p className="cv-check">
          {check.words} <code>{check.code}</code>
        </p>
      )}
      <p className="cv-foot">{foot}</p>
    </article>
  )
}

const keyOf = ({ item, entries }: CvForm['head'][number]) => `${item}-${entries[0]?.code}`

function CvBlock({ block, hrefOf }: { block: Block; hrefOf: HrefOf }) {
  switch (block.kind) {
    case 'line':
      return <CvLine line={block.line} hrefOf={hrefOf} />
    case 'heading': {
      const words = block.number === null ? block.text : `${block.number}. ${block.text}`
      return block.level === 1 ? <h3 className="cv-h">{words}</h3> : <h4 className="cv-h">{words}</h4>
    }
    case 'table':
      return <CvTable table={block} hrefOf={hrefOf} />
    case 'dots':
      return <div className="cv-remarks" />
  }
}

function SignatureBlock({ signing: { day, title, hint, note, name } }: { signing: Signing }) {
  return (
    <div>
      <p>
        <i>{day}</i>
      </p>
      <p>
        <b>{title}</b>
      </p>
      {hint !== '' && (
        <p>
          <i>{hint}</i>
        </p>
      )}
      {note === null ? <p className="cv-room" /> : <p className="cv-note">{note}</p>}
      {name !== null && (
        <p>
          <b>{name}</b>
        </p>
      )}
    </div>
  )
}
