import { useState } from 'react'
import { faultOf, type SignFault } from './sign-fault'

export type SignStep = 'opening' | 'preparing' | 'signing' | 'fetching' | 'inTool' | 'sending' | 'onPhone' | 'checking'

/** One try to sign: what is being done, and what went wrong. */
export function useAttempt() {
  const [step, setStep] = useState<SignStep | null>(null)
  const [fault, setFault] = useState<SignFault | null>(null)
  /** Does it, and puts what went wrong into words. Answers whether it went well. */
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setFault(null)
    try {
      await work()
      return true
    } catch (problem) {
      setFault(faultOf(problem))
      return false
    } finally {
      setStep(null)
    }
  }
  return { step, setStep, fault, setFault, attempt }
}

export const STEP_WORDS: Record<SignStep, string> = {
  opening: 'Đang mở khóa trên máy này',
  preparing: 'Đang chuẩn bị tệp để ký',
  signing: 'Đang ký',
  fetching: 'Đang gọi công cụ ký',
  inTool: 'Chờ Anh/Chị ký trong công cụ VGCA',
  sending: 'Đang tải tệp lên',
  onPhone: 'Chờ Anh/Chị xác nhận trên điện thoại',
  checking: 'Đang kiểm chữ ký',
}
