import Link from 'next/link'
import { sayDay } from '@/lib/domain/calendar'

type Row = {
  personId: string
  recordId: string
  name: string
  kind: string
  offeredOn: string
  draftAgrees: boolean
  why: readonly string[]
}

/** Everything a raise is chosen by stands in its row, and belongs to the form below the list. */
const FORM = 'raise-form'

/** Without the right to record there is nothing to choose. */
export const raiseCells = (chooses: boolean) => ({
  name: ({ personId, recordId, name, kind, draftAgrees }: Row) => (
    <div>
      {chooses && draftAgrees ? (
        <label className="choice">
          <input type="checkbox" name="person" value={personId} form={FORM} data-kind={kind} />
          {name}
        </label>
      ) : (
        name
      )}
      <Link className="meta block" href={`/records/${recordId}`}>
        Mở hồ sơ
      </Link>
      {!draftAgrees && <span className="warn block">Bản nháp ghi lương khác: sửa trước</span>}
    </div>
  ),
  due: ({ personId, name, offeredOn, draftAgrees }: Row) =>
    chooses && draftAgrees ? (
      <input
        className="input input--date"
        name={`on-${personId}`}
        form={FORM}
        defaultValue={sayDay(offeredOn)}
        inputMode="numeric"
        autoComplete="off"
        aria-label={`Hưởng từ ngày, ${name}`}
      />
    ) : (
      sayDay(offeredOn)
    ),
  why: ({ name, why }: Row) => (
    <details>
      <summary aria-label={`Giải thích ngày hưởng của ${name}`}>Giải thích</summary>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </details>
  ),
})
