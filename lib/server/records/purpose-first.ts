import 'server-only'
import type { Refusal } from '@/lib/domain/refusal'
import { purposeHref } from './open-record'

/** For a file of a record: a reader off duty says what for on a page, and asks for the file again from the form. */
export const purposeFirst = (refusal: Refusal, recordId: string) =>
  refusal.code === 'purposeMissing'
    ? new Response(null, {
        status: 303,
        headers: { location: purposeHref(recordId, `/records/${recordId}/form`) },
      })
    : null
