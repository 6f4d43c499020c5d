import { type ReactNode, useId } from 'react'

type PanelProps = {
  title: ReactNode
  /** Right of the title: a `.meta` sentence, links, small buttons. */
  aside?: ReactNode | undefined
  /** `false` where the content is a table or a list that reaches the edges. */
  padded?: boolean | undefined
  className?: string | undefined
  children: ReactNode
}

/** One white sheet for one subject: `<Panel title="13 mục của hồ sơ" aside={…}>…</Panel>`. No panel inside a panel. */
export function Panel({ title, aside, padded = true, className, children }: PanelProps) {
  const id = useId()
  return (
    <section className={className ? `panel ${className}` : 'panel'} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {padded ? <div className="panel-body">{children}</div> : children}
    </section>
  )
}

/** Several short subjects on one sheet, as in the side column: `<Stack label="Tình hình"><StackPart …/></Stack>`. */
export function Stack({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="panel stacked" aria-label={label}>
      {children}
    </aside>
  )
}

export function StackPart({
  title,
  aside,
  children,
}: {
  title: ReactNode
  aside?: ReactNode | undefined
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  )
}
