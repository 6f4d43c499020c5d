import { Icon } from '@/components/ui/icon'
import { CHECK_WORDS } from '@/lib/domain/batch-words'

export type SignatureCheck = { code: string; ok: boolean | null; detail: string }

/** What was checked of a signature; a ring stands for what could not be. */
export function SignatureChecks({ checks }: { checks: SignatureCheck[] }) {
  return (
    <ul className="checks">
      {checks.map(({ code, ok, detail }) => (
        <li key={code} className={ok === null ? 'soft' : undefined}>
          <Icon name={ok === null ? 'ring' : ok ? 'check' : 'stop'} small />
          <span>
            <b>{CHECK_WORDS[code] ?? code}:</b> {detail}
          </span>
        </li>
      ))}
    </ul>
  )
}
