import Link from 'next/link'

export type MissingLine = { section: string; code: string; label: string }

/** Required answers that are not there, each leading to its field. */
export function MissingList({ missing }: { missing: readonly MissingLine[] }) {
  return (
    <ul>
      {missing.map(({ section, code, label }) => (
        <li key={`${section} ${code} ${label}`}>
          <Link href={`/my-record/${section}#f-${code}`} prefetch={false}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
