import Link from 'next/link'
import { anchorOf, type Place } from '@/lib/domain/rules/rule'

/** What a rule found, ready for the page: its name for a confirmation, its words, its place. */
export type FindingLine = { key: string; label: string; sentence: string; place: Place }

/** Answers that break a rule, each leading to its field. */
export function FindingList({ findings }: { findings: readonly FindingLine[] }) {
  return (
    <ul>
      {findings.map(({ key, label, sentence, place }) => (
        <li key={key}>
          <Link href={hrefOfPlace(place)} prefetch={false}>
            {label}
          </Link>
          : {sentence}
        </li>
      ))}
    </ul>
  )
}

/** Warnings the person may stand by: never ticked beforehand, and kept with what is sent. */
export function WarningChoices({
  warnings,
  onConfirm,
}: {
  warnings: readonly FindingLine[]
  onConfirm: (key: string, stands: boolean) => void
}) {
  return (
    <ul>
      {warnings.map(({ key, label, sentence, place }) => (
        <li key={key} className="mb-2">
          <label className="choice" htmlFor={`stand-${key}`}>
            <input
              type="checkbox"
              id={`stand-${key}`}
              onChange={(event) => onConfirm(key, event.currentTarget.checked)}
            />
            <span>
              <b>{label}</b>: {sentence} Tôi đã xem và xác nhận đúng.
            </span>
          </label>{' '}
          <Link href={hrefOfPlace(place)} prefetch={false}>
            Sửa
          </Link>
        </li>
      ))}
    </ul>
  )
}

const hrefOfPlace = (place: Place) => `/my-record/${place.section}#f-${anchorOf(place)}`
