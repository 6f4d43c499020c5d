import { z } from 'zod'

/** An address as one types it: case and the blanks around it say nothing. Zod asks for the form; that it exists, a code proves. */
export const EmailAddress = z
  .string()
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email('Ghi đủ địa chỉ, ví dụ linh.nguyen@dongthap.gov.vn.').max(120, 'Địa chỉ dài quá 120 ký tự.'))

/** Enough to know one's own address by, and no more: `l…h@gmail.com`. */
export function maskedEmail(address: string): string {
  const [name = '', host = ''] = address.split('@')
  const last = name.length > 2 ? name.at(-1) : ''
  return `${name.slice(0, 1)}…${last}@${host}`
}
