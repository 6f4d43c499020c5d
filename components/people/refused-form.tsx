import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { FieldErrors } from '@/lib/domain/refusal'

type RefusedFormProps = {
  refused: { message: string; fields?: FieldErrors | undefined } | null
  /** Labels by the id of the control, in the order of the form. */
  labels: Readonly<Record<string, string>>
}

/** Why a form was not taken, each line leading to its field. Null while nothing was refused. */
export function RefusedForm({ refused, labels }: RefusedFormProps) {
  if (!refused) return null
  const fields = refused.fields ?? {}
  const errors = Object.entries(labels).flatMap(([field, label]) =>
    fields[field] ? [{ field, message: `${label}: ${fields[field]}` }] : [],
  )
  return <ErrorsSummary key={JSON.stringify(refused)} title={refused.message} errors={errors} />
}
