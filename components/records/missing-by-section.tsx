import { CATALOGUE, SECTION_IDS } from '@/lib/catalogue'
import type { Missing } from '@/lib/domain/completeness'
import { MissingList } from './missing-list'

/** Required answers that are not there, under the name of their section. */
export function MissingBySection({ missing }: { missing: readonly Missing[] }) {
  return (
    <div className="missing-by-section">
      {SECTION_IDS.map((section) => {
        const own = missing.filter((one) => one.section === section)
        return own.length === 0 ? null : (
          <section key={section} aria-labelledby={`missing-${section}`}>
            <h3 id={`missing-${section}`}>{CATALOGUE[section].title}</h3>
            <MissingList missing={own} />
          </section>
        )
      })}
    </div>
  )
}
