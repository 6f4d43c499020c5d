import Link from 'next/link'
import { CATALOGUE, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import type { Stage } from '@/lib/domain/record-state'
import { SectionKeys } from './section-keys'
import { StageMark } from './stage-chip'

type SectionNavProps = {
  current: SectionId
  /** Those that this reader writes. */
  sections: readonly SectionId[]
  stages: Record<SectionId, Stage>
  hrefOf: (section: SectionId) => string
}

/** The sections beside the form; a phone shows the one before, this one and the next. */
export function SectionNav({ current, sections, stages, hrefOf }: SectionNavProps) {
  const here = sections.indexOf(current)
  const hrefAt = (index: number) => {
    const section = sections[index]
    return section === undefined ? null : hrefOf(section)
  }
  return (
    <nav className="panel sections" aria-label="Các mục của hồ sơ">
      <SectionKeys previous={hrefAt(here - 1)} next={hrefAt(here + 1)} />
      <ol>
        {sections.map((section) => (
          <li key={section}>
            <Link href={hrefOf(section)} aria-current={section === current ? 'page' : undefined} prefetch={false}>
              <span>{SECTION_IDS.indexOf(section) + 1}</span>
              <span>{CATALOGUE[section].title}</span>
              <StageMark stage={stages[section]} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
