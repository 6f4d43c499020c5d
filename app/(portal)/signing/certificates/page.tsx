import type { Metadata } from 'next'
import { EnrolForm } from '@/components/enrolment/enrol-form'
import { OpenEnrolmentButton } from '@/components/enrolment/open-enrolment-button'
import { OwnCertificate } from '@/components/enrolment/own-certificate'
import { PageHead } from '@/components/layout/page-head'
import { PicturePanel } from '@/components/signing/picture-panel'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { now } from '@/lib/server/clock'
import { ownCertificates } from '@/lib/server/enrolment/own-certificates'
import { requireActor } from '@/lib/server/session'
import { installedWays } from '@/lib/server/signing/installed-ways'
import { shownPicture } from '@/lib/server/signing/signature-picture'
import { setPicture } from '../actions'
import { SESSIONS } from '../sessions'
import { cancelEnrolment, completeEnrolment, giveUp, openEnrolment, startEnrolment } from './actions'

export const metadata: Metadata = { title: 'Chứng thư của tôi' }

/** One's own certificates: which may sign, which end soon; a new one is registered by signing a sheet. */
export default async function OwnCertificatesPage() {
  const actor = await requireActor()
  const { certificates, open, waiting, refused } = await ownCertificates(actor, now())
  const mayOpen = open === null && waiting.length === 0
  return (
    <>
      <PageHead
        title="Chứng thư của tôi"
        crumbs={[{ label: 'Kiểm tra ký số', href: '/signing' }]}
        lead="Chỉ chứng thư đã đăng ký và được quản trị đơn vị xác nhận mới ký được trên Cổng."
      />
      {refused && (
        <Notice look="warn" title="Quản trị đơn vị không xác nhận chứng thư vừa đăng ký.">
          {refused.reason} {refused.decidedBy && `(${refused.decidedBy})`}
        </Notice>
      )}
      {waiting.map(({ id, serial, signedAt, remarks }) => (
        <Notice key={id} look="good" icon="checks" title={`Đã ký phiếu đăng ký chứng thư ${serial}.`}>
          {signedAt && `Ký lúc ${sayInstant(signedAt)}. `}Chờ quản trị đơn vị xác nhận. {remarks.join(' ')}
        </Notice>
      ))}
      {open && (
        <Panel title="Ký phiếu đăng ký">
          <EnrolForm
            enrolmentId={open}
            {...installedWays()}
            start={startEnrolment}
            complete={completeEnrolment}
            cancel={cancelEnrolment}
            sessions={SESSIONS}
          />
        </Panel>
      )}
      <Panel
        title="Đã đăng ký"
        aside={mayOpen && <OpenEnrolmentButton replacesId={null} words="Đăng ký chứng thư mới" open={openEnrolment} />}
      >
        {certificates.length === 0 && <p>Anh/Chị chưa đăng ký chứng thư nào. Chưa đăng ký thì chưa ký được.</p>}
        {certificates.map((certificate) => (
          <OwnCertificate
            key={certificate.id}
            certificate={certificate}
            mayReplace={mayOpen}
            open={openEnrolment}
            giveUp={giveUp}
          />
        ))}
      </Panel>
      <PicturePanel
        units={null}
        title="Hình chữ ký"
        shown={await shownPicture({ userId: actor.userId })}
        hint="Chữ ký như trên giấy, màu xanh (Nghị định 30/2020, Phụ lục I). Không lớn hơn 500 kB; văn bản ký bằng tệp khóa hoặc ký từ xa từ đây về sau mang hình này."
        set={setPicture}
      />
    </>
  )
}
