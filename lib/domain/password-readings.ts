import { plain } from '@/lib/catalogue/code-list'

/** Letters and figures only, without accents and case: signs between them hide nothing. */
export const bare = (text: string) => plain(text).replace(/[^\p{L}\p{Nd}]/gu, '')

/** The text as it stands and as it is meant where figures and signs stand for letters: `L1nh`, `M@tkh4u`. */
export function readings(text: string): string[] {
  const meant = (one: string) =>
    bare(text.replace(/[013457@$!]/g, (sign) => (sign === '1' ? one : (MEANT[sign] ?? ''))))
  return [bare(text), meant('i'), meant('l')]
}

const MEANT: Record<string, string> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }
