'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { accept } from './actions'

export function TermsForm({ version }: { version: string }) {
  const [refusal, submit, busy] = useActionState(accept, null)
  return (
    <form action={submit} className="mt-4">
      {refusal && <ErrorsSummary key={refusal} title={refusal} />}
      <input type="hidden" name="version" value={version} />
      <label className="agree">
        <input type="checkbox" name="agreed" value="yes" /> <span>Tôi đã đọc và làm theo các điều trên</span>
      </label>
      <p className="mt-4">
        <Button look="main" type="submit" aria-busy={busy}>
          Ghi nhận và vào cổng
        </Button>
      </p>
    </form>
  )
}
