import { type SigningWay, WAY_WORDS } from '@/lib/domain/signing/ways'

type Props = { ways: readonly SigningWay[]; chosen: SigningWay | null; choose: (way: SigningWay) => void }

/** How to sign, of the ways this installation has; with one way there is nothing to choose. */
export function WayChoice({ ways, chosen, choose }: Props) {
  if (ways.length < 2) return null
  return (
    <fieldset className="ways">
      <legend>Cách ký</legend>
      {ways.map((way) => (
        <label key={way} className="choice">
          <input type="radio" name="way" checked={way === chosen} onChange={() => choose(way)} />
          {WAY_WORDS[way].label}
        </label>
      ))}
    </fieldset>
  )
}
