'use client'

import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'

export type SlipFacts = { name: string; username: string; oneTimePassword: string; until: string }

/** What the person is given on paper. Shown once: nobody can read the password again. */
export function Slip({ name, username, oneTimePassword, until }: SlipFacts) {
  return (
    <section className="panel slip" aria-labelledby="slip" role="status">
      <header>
        <h2 id="slip">Phiếu tài khoản của {name}</h2>
        <Button look="small" icon="print" onClick={() => window.print()}>
          In phiếu
        </Button>
      </header>
      <div className="panel-body">
        <Facts
          of={[
            ['Họ và tên', name],
            ['Tên đăng nhập', <b key="username">{username}</b>],
            [
              'Mật khẩu dùng một lần',
              <b key="password" className="code">
                {oneTimePassword}
              </b>,
            ],
            ['Dùng đến', until],
          ]}
        />
        <p className="mt-2">
          Giao phiếu tận tay người có tên. Lần đăng nhập đầu phải đổi mật khẩu. Đóng trang này thì không xem lại được
          mật khẩu; mất phiếu thì cấp lại.
        </p>
      </div>
    </section>
  )
}
