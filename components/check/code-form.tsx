import { Button } from '@/components/ui/button'

/** For who cannot scan: the digits printed under the QR. A plain form, so that it works without any script. */
export function CodeForm({ typed, wrong }: { typed: string; wrong: boolean }) {
  return (
    <form action="/verify" method="get" className="stack">
      <label htmlFor="check-code">Mã in dưới ô QR</label>
      <input
        className="input"
        id="check-code"
        name="code"
        defaultValue={typed}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? 'check-code-fault' : undefined}
      />
      {wrong && (
        <p className="fault" id="check-code-fault">
          Mã có 32 chữ số và chữ cái từ a đến f. Xem lại mã trên giấy.
        </p>
      )}
      <p className="acts">
        <Button look="main" type="submit">
          Tra mã
        </Button>
      </p>
    </form>
  )
}
