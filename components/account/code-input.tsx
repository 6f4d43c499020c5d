import { Fault } from '@/components/ui/fault'

type CodeInputProps = {
  /** Whose code it is, where the page does not say. */
  about?: string | undefined
  label: string
  hint?: string | undefined
  fault?: string | undefined
  focused?: boolean
}

/** Six figures of the authenticator; where the hint says so, a recovery code. */
export function CodeInput({ about, label, hint, fault, focused = false }: CodeInputProps) {
  return (
    <div className="field">
      {about && <p className="soft">{about}</p>}
      <label htmlFor="code">{label}</label>
      <input
        className="input code-input"
        id="code"
        name="code"
        inputMode={hint ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        aria-invalid={fault ? true : undefined}
        aria-describedby={[fault && 'code-fault', hint && 'code-hint'].filter(Boolean).join(' ') || undefined}
        // biome-ignore lint/a11y/noAutofocus: the only thing to do on this step, reached by an act of one's own
        autoFocus={focused}
        required
      />
      {fault && <Fault id="code-fault">{fault}</Fault>}
      {hint && (
        <p className="hint" id="code-hint">
          {hint}
        </p>
      )}
    </div>
  )
}
