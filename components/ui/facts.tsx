import { Fragment, type ReactNode } from 'react'

/** At most six short facts, label left and value right: `<Facts of={[['Cấp bởi', 'CA cơ quan Nhà nước']]} />`. */
export function Facts({ of }: { of: [label: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {of.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
