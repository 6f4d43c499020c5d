import Link from 'next/link'
import { type Entry, type Line, labelOf } from '@/lib/domain/cv/form'
import type { HrefOf } from './cv-paper'

/** Entries side by side; what is not answered is dots to the end. */
export function CvLine({ line, hrefOf }: { line: Line; hrefOf: HrefOf }) {
  return (
    <div className="cv-line">
      {line.entries.map((entry, index) => (
        <CvEntry key={entry.code} entry={entry} label={labelOf(line, entry, index)} href={hrefOf(entry.edit)} />
      ))}
    </div>
  )
}

function CvEntry({ entry: { answer }, label, href }: { entry: Entry; label: string; href: string | null }) {
  const content = (
    <>
      <span>{label} </span>
      {answer === null ? (
        <span className="cv-dots">
          <span className="vh">chưa ghi</span>
        </span>
      ) : (
        <span className="cv-answer">{answer}</span>
      )}
    </>
  )
  const look = answer === null ? 'cv-blank' : undefined
  if (href === null) return <p className={look}>{content}</p>
  return (
    <Link className={look} href={href} prefetch={false}>
      {content}
    </Link>
  )
}
