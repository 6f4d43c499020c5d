import { Fault } from '@/components/ui/fault'

type Props = {
  service: string
  /** Asked for once, when the certificate is registered; afterwards the portal knows it. */
  asksAccount: boolean
  fault: string | null
  /** What the telephone shows too, while it waits to be confirmed. */
  code: string | null
}

/** Signing by a service that holds the key, or reaches it in a SIM. */
export function RemoteFields({ service, asksAccount, fault, code }: Props) {
  return (
    <div className="stack">
      {asksAccount && (
        <>
          <label htmlFor="remote-account">Tài khoản ký số từ xa</label>
          <input
            className="input"
            id="remote-account"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? 'remote-account-fault remote-hint' : 'remote-hint'}
          />
          <div role="alert">{fault && <Fault id="remote-account-fault">{fault}</Fault>}</div>
        </>
      )}
      <p className="hint" id="remote-hint">
        {service} gửi yêu cầu đến điện thoại của Anh/Chị. Đối chiếu số hiện ở đây với số trên điện thoại rồi xác nhận.
      </p>
      {code && (
        <p role="status">
          Số đối chiếu: <b className="print-code">{code}</b>
        </p>
      )}
    </div>
  )
}
