import { Icon } from './icon'

/** The error under its field. The control says `aria-invalid` and `aria-describedby={id}`. */
export function Fault({ id, children }: { id: string; children: string }) {
  return (
    <p className="fault" id={id}>
      <Icon name="stop" small />
      <span>Lỗi: {children}</span>
    </p>
  )
}
