import { ButtonLink } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { Pips } from '@/components/ui/pips'
import { windowDays } from '@/lib/domain/approval-window'
import type { BatchSum } from '@/lib/domain/batch-sum'
import { batchName, sayMonth } from '@/lib/domain/batch-words'
import { sayDayMonth } from '@/lib/domain/calendar'
import { OpenAdHoc, OpenMonth } from './open-batch-form'

type Preview = {
  unit: { id: string }
  window: { month: string; from: string; to: string; clause: string }
  isOpenNow: boolean
  maySign: boolean
  open: { id: string; kind: 'monthly' | 'adHoc'; number: number; count: number; approverName: string | null } | null
  /** Past months that Sở Nội vụ has opened again for the unit. */
  openings: { period: string; until: string; documentNo: string }[]
  sum: BatchSum
}
type Props = { preview: Preview; today: string; open: Parameters<typeof OpenMonth>[0]['open'] }

/** What the head can do now: go on signing what is open, open the month in its days, or open a batch of its own with a reason. */
export function OpeningPanel({ preview, today, open }: Props) {
  return (
    <aside className="panel sign" aria-labelledby="opening">
      <header>
        <h2 id="opening">{preview.maySign ? 'Mở đợt ký' : 'Kỳ ký'}</h2>
        {preview.open && <StateChip state="checked">Chờ ký</StateChip>}
      </header>
      <div className="panel-body">
        {preview.open ? (
          <Waiting preview={preview} open={preview.open} />
        ) : (
          <Days preview={preview} today={today} open={open} />
        )}
      </div>
    </aside>
  )
}

function Waiting({ preview, open }: { preview: Preview; open: NonNullable<Preview['open']> }) {
  const name = batchName({ ...open, period: preview.window.month })
  return (
    <>
      <p>
        <b>{name}</b> đang chờ {open.approverName} ký {open.count.toLocaleString('vi')} hồ sơ. Hồ sơ trong đợt đã khóa.
      </p>
      <ButtonLink look={preview.maySign ? 'main' : 'plain'} wide icon="seal" href={`/approvals/${open.id}`}>
        {preview.maySign ? `Xem và ký ${open.count.toLocaleString('vi')} hồ sơ` : 'Xem đợt đang chờ ký'}
      </ButtonLink>
    </>
  )
}

function Days({ preview, today, open }: Props) {
  const { window, isOpenNow, maySign, sum, unit, openings } = preview
  const { all, left } = windowDays(today)
  const ready = sum.signed.toLocaleString('vi')
  return (
    <>
      {isOpenNow ? (
        <Pips left={left} of={all} window>{`Còn ${left} ngày, hết ${sayDayMonth(window.to)}`}</Pips>
      ) : (
        <Notice
          icon="cal"
          title={`Kỳ ký tháng mở ${sayDayMonth(window.from)}–${sayDayMonth(window.to)} (${window.clause}).`}
        >
          Việc gấp thì mở đợt ký riêng và ghi lý do.
        </Notice>
      )}
      {!maySign && <p className="soft">Người đứng đầu đơn vị mở đợt và ký.</p>}
      {maySign && isOpenNow && sum.signed > 0 && (
        <OpenMonth unitId={unit.id} open={open} act={`Chốt tháng ${sayMonth(window.month)}: ${ready} hồ sơ`} />
      )}
      {openings.map(({ period, until, documentNo }) => (
        <Notice key={period} icon="cal" title={`Tháng ${sayMonth(period)} được mở lại đến hết ${sayDayMonth(until)}.`}>
          Sở Nội vụ mở lại theo {documentNo}.
          {maySign && <OpenMonth unitId={unit.id} period={period} open={open} act={`Chốt tháng ${sayMonth(period)}`} />}
        </Notice>
      ))}
      {maySign && sum.signed === 0 && (
        <p className="soft">Chưa có hồ sơ nào sẵn sàng ký. Cán bộ hồ sơ kiểm xong thì hồ sơ hiện ở đây.</p>
      )}
      {maySign && sum.changed > 0 && (
        <details className="more" open={!isOpenNow}>
          <summary>Ký riêng {sum.changed.toLocaleString('vi')} hồ sơ có thay đổi</summary>
          <OpenAdHoc
            unitId={unit.id}
            open={open}
            act={`Mở đợt ký riêng ${sum.changed.toLocaleString('vi')} hồ sơ`}
            main={!isOpenNow}
          />
        </details>
      )}
    </>
  )
}
