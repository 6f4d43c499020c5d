import Link from 'next/link'

type Person = { personId: string; recordId: string | null; name: string; why: string; next: string }

/** Who is left out, why, and whose turn it is. */
export function ExcludedPeople({
  people,
  title,
  note,
}: {
  people: Person[]
  title: string
  note?: string | undefined
}) {
  return (
    <section className="panel" id="excluded" aria-labelledby="excluded-title">
      <header>
        <h2 id="excluded-title">{title}</h2>
        {note && <span className="meta">{note}</span>}
      </header>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: the cards of a phone take the roles away */}
      <table role="table" className="cards compact" aria-labelledby="excluded-title">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" className="no" scope="col">
              STT
            </th>
            <th role="columnheader" scope="col">
              Họ và tên
            </th>
            <th role="columnheader" scope="col">
              Vì sao
            </th>
            <th role="columnheader" scope="col">
              Việc tiếp theo
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {people.map(({ personId, recordId, name, why, next }, index) => (
            <tr key={personId} role="row">
              <td role="cell" className="no">
                {index + 1}
              </td>
              <th role="rowheader" scope="row">
                {recordId === null ? name : <Link href={`/records/${recordId}`}>{name}</Link>}
              </th>
              <td role="cell">{why}</td>
              <td role="cell" data-l="Việc tiếp theo">
                {next}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </section>
  )
}
