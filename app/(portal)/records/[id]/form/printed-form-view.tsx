import { CvPaper, type HrefOf } from '@/components/cv/cv-paper'
import { PageHead } from '@/components/layout/page-head'
import { Button, ButtonLink } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { isRealDay, readPartialDay } from '@/lib/catalogue/days'
import { sayDay } from '@/lib/domain/calendar'
import { isWhole } from '@/lib/domain/masking'
import { type Actor, can } from '@/lib/domain/policy'
import { now } from '@/lib/server/clock'
import { printedForm, type WantedForm } from '@/lib/server/records/printed-form'
import type { RecordPage } from '@/lib/server/records/record-page'

export type FormQuery = { of?: string; on?: string }

type PrintedFormViewProps = {
  actor: Actor
  page: RecordPage
  query: FormQuery
  /** Of this page, without its question. */
  address: string
  crumbs: { label: string; href: string }[]
  /** Where an item is edited; null for who may only read. */
  editHref: ((section: string) => string) | null
}

/** The legal form on the screen: as a draft or as approved, now or on a past day, with the same as files. */
export async function PrintedFormView({ actor, page, query, address, crumbs, editHref }: PrintedFormViewProps) {
  const wanted = wantedOf(query, page)
  const { id, person } = page.record
  const { form, version, sight } = await printedForm(actor, id, wanted, now())
  // A proof is of every answer; to whom one is masked it would prove nothing.
  const mayAsk = can(actor, 'export.request', { personId: person.id, unitPath: person.unitPath })
  const whole = isWhole(sight.reading)
  const hrefOf: HrefOf = ({ section, code }, row) =>
    editHref === null || wanted.on !== null
      ? null
      : `${editHref(section)}#f-${code}${row === undefined ? '' : `.${row}`}`
  const file = (format: 'pdf' | 'docx') =>
    `/api/documents/cv/${id}?${new URLSearchParams({ format, ...asQuery(wanted) })}`
  return (
    <>
      <PageHead
        title="Sơ yếu lý lịch"
        crumbs={crumbs}
        here="Xem trên mẫu"
        chip={form && <StateChip state={form.mark === null ? 'approved' : 'draft'} />}
        lead={`${person.fullName}, ${person.unitName}. ${sayWanted(wanted, version)}`}
      >
        {form && (
          <span className="acts">
            <a className="button" href={file('pdf')} download>
              Tải PDF
            </a>
            <a className="button" href={file('docx')} download>
              Tải DOCX
            </a>
            {version !== null && wanted.on === null && mayAsk && (
              <ButtonLink href={`/exports/new?record=${id}`}>Xin bản có giá trị pháp lý</ButtonLink>
            )}
            {version !== null && wanted.on === null && whole && (
              <a className="button" href={`/api/documents/proof/${id}`} download>
                Tải bằng chứng
              </a>
            )}
          </span>
        )}
      </PageHead>
      <form className="cv-choice" action={address}>
        {wanted.of === 'approved'
          ? !page.official && (
              <ButtonLink look="small" href={`${address}?of=draft`}>
                Xem bản nháp
              </ButtonLink>
            )
          : page.approved !== null && (
              <ButtonLink look="small" href={`${address}?of=approved`}>
                Xem bản đã duyệt
              </ButtonLink>
            )}
        <label htmlFor="on">Như đã duyệt đến ngày</label>
        <input
          className="input"
          id="on"
          name="on"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={wanted.on === null ? '' : sayDay(wanted.on)}
        />
        <Button look="small" type="submit">
          Xem
        </Button>
      </form>
      {form ? (
        <CvPaper form={form} hrefOf={hrefOf} />
      ) : (
        <section className="panel">
          <Empty title={`Chưa có bản nào được duyệt${wanted.on === null ? '' : ` đến ngày ${sayDay(wanted.on)}`}.`}>
            {page.official ? 'Chưa duyệt thì không hiện ở đây.' : 'Chọn ngày khác, hoặc xem bản nháp.'}
          </Empty>
        </section>
      )}
    </>
  )
}

/** Where nothing is asked: what was approved, or the draft while nothing was. A day is read as it is typed. */
function wantedOf({ of, on }: FormQuery, { approved, official }: RecordPage): WantedForm {
  const day = readPartialDay(on)
  if (day !== null && isRealDay(day)) return { of: 'approved', on: day }
  const draft = !official && (of === 'draft' || (of !== 'approved' && approved === null))
  return { of: draft ? 'draft' : 'approved', on: null }
}

const asQuery = ({ of, on }: WantedForm) => (on === null ? { of } : { of, on })

function sayWanted({ of, on }: WantedForm, version: number | null) {
  if (of === 'draft') return 'Bản nháp, chưa được duyệt.'
  if (version === null) return ''
  return on === null ? `Bản ${version}, đã duyệt.` : `Bản ${version}, như đã duyệt đến ngày ${sayDay(on)}.`
}
