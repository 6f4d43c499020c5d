import type { Message } from './message-envelope'
import { openMessage } from './message-envelope'
import type { NationalRegister } from './national-register'
import type { WireAnswer } from './wire-answer'
import { notTaken, taken, WireRefusal } from './wire-answer'

type Received = { agency: string; orgCode: string; jsonContent: string }

/** A message that reached the service, opened where it could be; `answer` is null when the service failed before judging it. */
export type NotedRequest = {
  receivedAt: string
  orgCode: string
  key: string | null
  action: string | null
  body: unknown
  answer: WireAnswer | null
}

/** Enough for every test; a demonstration left running for months must not fill the memory. */
const NOTED_AT_MOST = 20_000

/** Receives messages, judges them as the ministry does, and notes each one. */
export class MessageDesk {
  #noted: NotedRequest[] = []

  constructor(private readonly register: NationalRegister) {}

  get requests(): readonly NotedRequest[] {
    return this.#noted
  }

  /** `refusal` is one to give in any case. */
  receive(received: Received, refusal: WireRefusal | null): WireAnswer {
    const answer = this.#judge(received, refusal)
    this.note(received, answer)
    return answer
  }

  note({ orgCode, jsonContent }: Received, answer: WireAnswer | null = null) {
    const message = opened(jsonContent)
    this.#noted.push({
      receivedAt: new Date().toISOString(),
      orgCode,
      ...(message
        ? { key: `${orgCode}_${message.number}`, action: message.action, body: message.body }
        : { key: null, action: null, body: null }),
      answer,
    })
    if (this.#noted.length > NOTED_AT_MOST) this.#noted.shift()
  }

  forget() {
    this.#noted = []
  }

  #judge({ agency, orgCode, jsonContent }: Received, refusal: WireRefusal | null): WireAnswer {
    try {
      if (orgCode !== agency) throw new WireRefusal(`Tài khoản không được gửi dữ liệu của đơn vị ${orgCode}!`, false)
      const message = openMessage(jsonContent)
      if (message.senderCode !== orgCode) throw new WireRefusal('Sender_Code không khớp với org_Code!', false)
      if (refusal) throw refusal
      this.register.apply(orgCode, message, new Date().toISOString())
      return taken('Thành công')
    } catch (error) {
      if (error instanceof WireRefusal) return notTaken(error)
      throw error
    }
  }
}

function opened(jsonContent: string): Message | null {
  try {
    return openMessage(jsonContent)
  } catch {
    return null
  }
}
