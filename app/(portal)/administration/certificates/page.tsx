import type { Metadata } from 'next'
import Link from 'next/link'
import { WaitingEnrolment } from '@/components/enrolment/waiting-enrolment'
import { PageHead } from '@/components/layout/page-head'
import { AdministrationTabs } from '@/components/people/administration-tabs'
import { ListPager } from '@/components/people/list-pager'
import { CARDS } from '@/components/ui/card-roles'
import { StateChip } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import { pageIn, type Query, rowsOf } from '@/lib/domain/list-query'
import { EXPIRY_NOTICE_DAYS } from '@/lib/domain/signing/check-line'
import { requireDoor } from '@/lib/server/access'
import { endingCertificates, waitingEnrolments } from '@/lib/server/enrolment/certificate-lists'
import { confirmEnrolment, refuseEnrolment } from './actions'

export const metadata: Metadata = { title: 'Chứng thư số' }

const PATH = '/administration/certificates'
/** Each is looked at with a paper in hand: few at a time, the oldest first. */
const WAITING_SHOWN = 10

/** Keys of the people in reach: sheets to confirm, and certificates that end. */
export default async function CertificatesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('certificate.register', PATH)
  const page = pageIn(await searchParams)
  const [waiting, ending] = await Promise.all([
    waitingEnrolments(actor, { skip: 0, take: WAITING_SHOWN }),
    endingCertificates(actor, rowsOf(page)),
  ])
  return (
    <>
      <PageHead title="Quản trị" here="Chứng thư số" />
      <AdministrationTabs current="certificates" actor={actor} />
      <Panel title={`${waiting.total.toLocaleString('vi')} phiếu đăng ký chờ xác nhận`}>
        {waiting.total === 0 ? (
          <p>Không có phiếu nào chờ. Người ký tự đăng ký ở mục Chứng thư của tôi, phiếu hiện ở đây.</p>
        ) : (
          <>
            <p className="meta">
              Đối chiếu số sê-ri và dấu vân tay với giấy của nhà cung cấp, hoặc hỏi trực tiếp người ký, rồi mới xác
              nhận.
            </p>
            <ul className="enrolments">
              {waiting.rows.map((enrolment) => (
                <WaitingEnrolment
                  key={enrolment.id}
                  enrolment={enrolment}
                  confirm={confirmEnrolment}
                  refuse={refuseEnrolment}
                />
              ))}
            </ul>
            {waiting.total > waiting.rows.length && (
              <p className="meta">{`Còn ${(waiting.total - waiting.rows.length).toLocaleString('vi')} phiếu nữa hiện sau khi xong các phiếu này.`}</p>
            )}
          </>
        )}
      </Panel>
      <Panel
        title={`${ending.total.toLocaleString('vi')} chứng thư hết hạn trong ${EXPIRY_NOTICE_DAYS} ngày`}
        padded={false}
      >
        {ending.total === 0 ? (
          <Empty title="Không có chứng thư nào sắp hết hạn.">
            Chứng thư hiện ở đây trước khi hết hạn {EXPIRY_NOTICE_DAYS} ngày.
          </Empty>
        ) : (
          <Ending rows={ending.rows} />
        )}
        <ListPager
          path={PATH}
          filter={{}}
          page={page}
          shown={ending.rows.length}
          total={ending.total}
          noun="chứng thư"
        />
      </Panel>
    </>
  )
}

type Row = Awaited<ReturnType<typeof endingCertificates>>['rows'][number]

const Ending = ({ rows }: { rows: Row[] }) => (
  <table {...CARDS.table} className="cards" aria-label="Chứng thư sắp hết hạn">
    <thead {...CARDS.group}>
      <tr {...CARDS.row}>
        <th {...CARDS.columnHead}>Người ký</th>
        <th {...CARDS.columnHead}>Đơn vị</th>
        <th {...CARDS.columnHead}>Số sê-ri</th>
        <th {...CARDS.columnHead}>Hết hạn</th>
        <th {...CARDS.columnHead}>Tình trạng</th>
      </tr>
    </thead>
    <tbody {...CARDS.group}>
      {rows.map(({ id, person, unit, serial, validUntil, expiry }) => (
        <tr key={id} {...CARDS.row}>
          <th {...CARDS.rowHead}>
            <Link href={`/administration/people/${person.id}`}>{person.fullName}</Link>
          </th>
          <td {...CARDS.cell} data-l="Đơn vị">
            {unit.name}
          </td>
          <td {...CARDS.cell} data-l="Số sê-ri">
            {serial}
          </td>
          <td {...CARDS.cell} data-l="Hết hạn">
            {sayDay(dayOf(validUntil))}
          </td>
          <td {...CARDS.cell} data-l="Tình trạng">
            <StateChip state={expiry?.over ? 'error' : 'returned'}>
              {expiry?.over ? 'Đã hết hạn' : `Còn ${expiry?.days ?? 0} ngày`}
            </StateChip>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
