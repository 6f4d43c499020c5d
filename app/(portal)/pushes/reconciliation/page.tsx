import type { Metadata } from 'next'
import { ExchangeTabs } from '@/components/exchange/exchange-tabs'
import { PageHead } from '@/components/layout/page-head'
import { DifferenceList } from '@/components/reconciliation/difference-list'
import { ReconcileNow } from '@/components/reconciliation/reconcile-now'
import { ResendDifferencesForm } from '@/components/reconciliation/resend-differences-form'
import { RunList } from '@/components/reconciliation/run-list'
import { UnitSums } from '@/components/reconciliation/unit-sums'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Sum } from '@/components/ui/sum'
import { sayInstant } from '@/lib/domain/calendar'
import { DIFFERENCE_WORDS, isDifference } from '@/lib/domain/exchange/differences'
import { idIn, pageIn, type Query, wordIn } from '@/lib/domain/list-query'
import { requireDoor } from '@/lib/server/access'
import { reconciliationPage } from '@/lib/server/reconciliation/reconciliation-page'
import { startJob } from '../../jobs/actions'
import { resend } from './actions'

export const metadata: Metadata = { title: 'Đối soát' }

/** Whether the other side holds what it acknowledged. */
export default async function ReconciliationPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireDoor('push.read', '/pushes/reconciliation')
  const query = await searchParams
  const word = wordIn(query, 'kind')
  const kind = isDifference(word) ? word : null
  const unit = idIn(query, 'unit')
  const page = pageIn(query)
  const { profile, run, runs, sums, rows, total, resendable, mayAct } = await reconciliationPage(actor, {
    kind,
    unitId: unit,
    page,
  })
  const narrowed = kind !== null || unit !== null
  return (
    <>
      <PageHead
        title={kind ? `Đối soát: ${DIFFERENCE_WORDS[kind].word}` : 'Đối soát'}
        crumbs={[
          { label: 'Đồng bộ quốc gia', href: '/pushes' },
          ...(narrowed ? [{ label: 'Đối soát', href: '/pushes/reconciliation' }] : []),
        ]}
        asOf={run ? `Lần đối soát lúc ${sayInstant(run.startedAt)}` : undefined}
      >
        {mayAct && profile && <ReconcileNow start={startJob} />}
      </PageHead>
      <ExchangeTabs current="reconciliation" actor={actor} />
      {!profile && <Notice title="Máy chủ chưa có hồ sơ kết nối: không hồ sơ nào được gửi, không có gì để đối soát." />}
      {profile && !profile.reportPath && (
        <Notice title="Nơi nhận chưa có báo cáo đối soát.">
          Cổng so các xác nhận của Bộ với bản đã duyệt của chính mình; Bộ thật sự giữ gì thì chưa biết.
        </Notice>
      )}
      {run && run.afterOurLast > 0 && mayAct && (
        <Notice
          look="warn"
          title={`Bộ đã nhận ${run.afterOurLast.toLocaleString('vi')} hồ sơ sau lần gửi cuối mà máy chủ này nhớ.`}
        >
          Nhiều khả năng cơ sở dữ liệu vừa được phục hồi từ bản sao lưu.{' '}
          <ButtonLink href="/pushes/connection">Gửi lại tất cả</ButtonLink>
        </Notice>
      )}
      {run && !narrowed && (
        <Panel title="Kết quả">
          <Sum
            parts={[
              { figure: run.acknowledged.toLocaleString('vi'), word: 'Bộ đã xác nhận' },
              { figure: run.equal.toLocaleString('vi'), word: 'Khớp nội dung', op: '=' },
              { figure: (run.acknowledged - run.equal).toLocaleString('vi'), word: 'Lệch hoặc đang gửi', op: '+' },
            ]}
          />
        </Panel>
      )}
      {run && !narrowed && sums.length > 0 && <UnitSums sums={sums} />}
      {run && <DifferenceList rows={rows} total={total} page={page} filter={{ kind, unit }} />}
      {run && mayAct && (
        <ResendDifferencesForm
          key={`${kind} ${unit}`}
          which={{ ...(kind && { kind }), ...(unit && { unitId: unit }) }}
          count={resendable}
          resend={resend}
        />
      )}
      {!narrowed && runs.length > 0 && <RunList runs={runs} />}
      {profile && runs.length === 0 && <Notice title="Chưa đối soát lần nào.">Cổng tự đối soát mỗi đêm.</Notice>}
    </>
  )
}
