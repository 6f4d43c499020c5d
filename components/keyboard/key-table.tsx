import { KEY_GROUPS } from './key-list'

/** Which key does what, in the dialog and on the help page. */
export function KeyTable() {
  return KEY_GROUPS.map(({ title, keys }) => (
    <section key={title}>
      <h3>{title}</h3>
      <dl className="key-list">
        {keys.map(({ press, does }) => (
          <div key={press.join(' ')}>
            <dt>
              {press.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
