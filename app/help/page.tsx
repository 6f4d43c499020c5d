import type { Metadata } from 'next'
import Link from 'next/link'
import { KeyTable } from '@/components/keyboard/key-table'
import { PageHead } from '@/components/layout/page-head'
import { type STATES, StateChip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { mailSettings } from '@/lib/server/mail/mail-settings'

export const metadata: Metadata = { title: 'Trợ giúp' }

const WHERE: [keyof typeof STATES, string][] = [
  ['draft', 'Chỉ người khai và cán bộ hồ sơ thấy'],
  ['submitted', 'Chờ cán bộ hồ sơ kiểm'],
  ['returned', 'Chờ người khai sửa rồi gửi lại'],
  ['checked', 'Cán bộ hồ sơ đã đánh dấu Đạt, chờ thủ trưởng ký'],
  ['approved', 'Thủ trưởng đã ký số, chờ gửi Bộ Nội vụ'],
  ['synced', 'Bộ Nội vụ đã tiếp nhận'],
  ['error', 'Bộ từ chối hoặc gửi hỏng, chờ người xử lý'],
]

export default function HelpPage() {
  return (
    <>
      <PageHead title="Trợ giúp" />
      <Panel title="Hỏi ai">
        <dl className="facts facts--text">
          <dt>Khai hồ sơ, sửa mục do đơn vị ghi</dt>
          <dd>Cán bộ hồ sơ của đơn vị</dd>
          <dt>Tài khoản, mật khẩu, chứng thư số</dt>
          <dd>Quản trị đơn vị</dd>
          <dt>Đơn vị, kỳ ký, kết nối với Bộ</dt>
          <dd>Văn phòng Sở Nội vụ, giờ hành chính</dd>
        </dl>
      </Panel>
      <Panel title="Quên mật khẩu, mất điện thoại">
        <p id="mat-khau">
          Báo quản trị đơn vị. Người đó cấp mật khẩu mới dùng một lần; lần đăng nhập đầu, Anh/Chị đặt mật khẩu của mình.
          Gõ sai 5 lần thì tài khoản tạm khóa 15 phút.
        </p>
        {mailSettings() && (
          <p className="mt-2">
            Đã xác nhận e-mail ở trang Tài khoản thì tự đặt lại:{' '}
            <Link href="/forgot-password">nhận liên kết qua e-mail</Link>.
          </p>
        )}
        <p className="mt-2">
          Mất điện thoại có ứng dụng xác thực: gõ một mã dự phòng thay cho mã 6 số. Hết mã dự phòng thì nhờ quản trị cấp
          trên gỡ xác thực hai bước.
        </p>
      </Panel>
      <Panel title="Trạng thái của một thay đổi" padded={false}>
        <table>
          <thead>
            <tr>
              <th scope="col">Trạng thái</th>
              <th scope="col">Đang ở đâu</th>
            </tr>
          </thead>
          <tbody>
            {WHERE.map(([state, where]) => (
              <tr key={state}>
                <td>
                  <StateChip state={state} />
                </td>
                <td>{where}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="Phím tắt">
        <KeyTable />
      </Panel>
    </>
  )
}
