import { CARDS } from '@/components/ui/card-roles'

type Person = { personId: string; name: string; unitName: string; unitType: string; category: string; why: string }

/** Whose record nobody may approve, and why. */
export function PeopleWithout({ people }: { people: readonly Person[] }) {
  return (
    <table {...CARDS.table} className="cards compact" aria-label="Người chưa có người duyệt">
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Họ và tên</th>
          <th {...CARDS.columnHead}>Đơn vị</th>
          <th {...CARDS.columnHead}>Đối tượng</th>
          <th {...CARDS.columnHead}>Vì sao</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {people.map(({ personId, name, unitName, unitType, category, why }) => (
          <tr key={personId} {...CARDS.row}>
            <th {...CARDS.rowHead}>{name}</th>
            <td {...CARDS.cell} data-l="Đơn vị" className="lines">
              {unitName}
              <span className="meta"> {unitType}</span>
            </td>
            <td {...CARDS.cell} data-l="Đối tượng">
              {category}
            </td>
            <td {...CARDS.cell} data-l="Vì sao" className="lines">
              {why}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
