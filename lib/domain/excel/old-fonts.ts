/** Letters of the fonts before Unicode: .VnTime (TCVN3) and VNI. Texts typed in them look like “NguyÔn V¨n” and “Nguyeãn Vaên”. */
const TCVN3_FROM = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦'
const TCVN3_TO = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'

const MARKS: Record<string, string> = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const CIRCUMFLEX: Record<string, string> = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const BREVE: Record<string, string> = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' }

const TCVN3 = new Map([...TCVN3_FROM].map((letter, at) => [letter, [...TCVN3_TO][at] ?? letter]))
const VNI = vniLetters()

/** The text in Unicode, if it was typed in an old font and reads as Vietnamese then; else null. */
export function fromOldFont(text: string): { text: string; font: 'tcvn3' | 'vni' } | null {
  if (!/[\u00a1-\u00ff\u0102\u0103\u0110\u0111]/.test(text) || readsWell(text)) return null
  const vni = fromVni(text)
  if (vni !== text && readsWell(vni)) return { text: vni, font: 'vni' }
  const tcvn3 = fromTcvn3(text)
  return tcvn3 !== text && readsWell(tcvn3) ? { text: tcvn3, font: 'tcvn3' } : null
}

const fromTcvn3 = (text: string) =>
  text
    .split(/(\s+)/)
    .map((word) => {
      const read = [...word].map((letter) => TCVN3.get(letter) ?? letter).join('')
      const plainLetters = word.replace(/[^A-Za-z]/g, '')
      // Capitals were a matter of the font: the codes are those of the small letters.
      return plainLetters.length > 1 && plainLetters === plainLetters.toUpperCase()
        ? read.toLocaleUpperCase('vi')
        : read
    })
    .join('')

const LONGEST_FIRST = [...VNI.keys()].toSorted((a, b) => b.length - a.length)
const VNI_LETTER = new RegExp(LONGEST_FIRST.join('|'), 'g')
const fromVni = (text: string) => text.normalize('NFC').replace(VNI_LETTER, (letters) => VNI.get(letters) ?? letters)

function vniLetters(): Map<string, string> {
  const letters = new Map<string, string>()
  const add = (from: string, to: string) => {
    letters.set(from, to.normalize('NFC'))
    const [first = '', ...rest] = [...from]
    letters.set(first.toUpperCase() + rest.join('').toUpperCase(), to.normalize('NFC').toLocaleUpperCase('vi'))
    letters.set(first.toUpperCase() + rest.join(''), to.normalize('NFC').toLocaleUpperCase('vi'))
  }
  for (const [mark, tone] of Object.entries(MARKS)) {
    for (const vowel of 'aeouy') add(vowel + mark, vowel + tone)
    add(`ô${mark}`, `ơ${tone}`)
    add(`ö${mark}`, `ư${tone}`)
  }
  for (const [mark, tone] of Object.entries(CIRCUMFLEX))
    for (const vowel of 'aeo') add(vowel + mark, `${vowel}\u0302${tone}`)
  for (const [mark, tone] of Object.entries(BREVE)) add(`a${mark}`, `a\u0306${tone}`)
  for (const [from, to] of Object.entries({ ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' })) add(from, to)
  return letters
}

const ONSET = '(ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdđghklmnpqrstvx])?'
const NUCLEUS = '[aeiouyăâêôơư]{1,3}'
const CODA = '(ch|nh|ng|[cmnpt])?'
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}${CODA}$`, 'u')
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

const WORDS_BETWEEN = /[^\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]+/u
/** Vietnamese has some seven thousand syllables; a list says them over and over. */
const MOST_WORDS = 20_000
const JUDGED = new Map<string, boolean>()

/** Every word of letters is a Vietnamese syllable with at most one tone. */
const readsWell = (text: string): boolean => text.split(WORDS_BETWEEN).every((word) => word === '' || isSyllable(word))

function isSyllable(word: string): boolean {
  const known = JUDGED.get(word)
  if (known !== undefined) return known
  const open = word.normalize('NFC').toLocaleLowerCase('vi').normalize('NFD')
  const tones = open.match(TONES)?.length ?? 0
  const bare = open.replace(TONES, '').normalize('NFC')
  const is = tones <= 1 && SYLLABLE.test(bare) && !/aa|ee|ii|uu|yy/.test(bare)
  if (JUDGED.size < MOST_WORDS) JUDGED.set(word, is)
  return is
}
