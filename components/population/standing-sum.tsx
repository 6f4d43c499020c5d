import Link from 'next/link'
import { Panel } from '@/components/ui/panel'
import { Sum } from '@/components/ui/sum'
import { listHref } from '@/lib/domain/list-query'
import { STANDING_WORDS, STANDINGS, type Standing } from '@/lib/domain/population/standings'

/** How everybody stands; each figure leads to exactly these people. */
export function StandingSum({ counts }: { counts: Partial<Record<Standing, number>> }) {
  const shown = STANDINGS.filter((standing) => (counts[standing] ?? 0) > 0)
  const all = shown.reduce((sum, standing) => sum + (counts[standing] ?? 0), 0)
  const parts = shown.map((standing, index) => ({
    figure: (counts[standing] ?? 0).toLocaleString('vi'),
    word: STANDING_WORDS[standing].word,
    op: index === 0 ? ('=' as const) : ('+' as const),
    note: (
      <Link href={listHref('/quality/population', { standing })}>
        Mở danh sách<span className="vh">: {STANDING_WORDS[standing].word}</span>
      </Link>
    ),
  }))
  return (
    <Panel title="Hồ sơ trong phạm vi của Anh/Chị">
      <Sum parts={[{ figure: all.toLocaleString('vi'), word: 'Hồ sơ' }, ...parts]} />
    </Panel>
  )
}
