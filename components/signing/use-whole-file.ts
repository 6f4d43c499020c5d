import { useRef } from 'react'
import { useFresh } from '@/components/lock/fresh-provider'
import type { Result } from '@/lib/domain/result'
import { MOST_UPLOADED_BYTES, type SubjectName, type WholeFileWay } from '@/lib/domain/signing/ways'
import { valueIn, Wrong } from './sign-fault'
import { ToolProblem } from './tool-problem'
import type { SignStep } from './use-attempt'
import { askTool, signingMessage } from './vgca-tool'

export type Outcome = { state: string; reason: string | null }
type Opened = { sessionId: string; source: string; upload: string; minutes: number }
export type SigningOf = { subject: SubjectName; subjectId: string }

/** One-time addresses, as the server gives them, and what becomes of them. */
export type SessionActions = {
  open: (input: SigningOf & { way: WholeFileWay }) => Promise<Result<Opened>>
  remote: (input: SigningOf & { account: string | null }) => Promise<Result<{ sessionId: string; code: string | null }>>
  outcome: (input: { sessionId: string }) => Promise<Result<Outcome>>
  close: (input: { sessionId: string }) => Promise<Result<unknown>>
}

const POLL_MS = 1_500

/**
 * Ways in which the whole file comes back: by the tool on this machine, or chosen here after it was signed elsewhere. What counts is
 * only what the server says of the file it received.
 */
export function useWholeFile(of: SigningOf, actions: SessionActions, setStep: (step: SignStep) => void) {
  const fresh = useFresh()
  const giveUp = useRef<AbortController | null>(null)

  const signWithTool = async (tool: string) => {
    setStep('fetching')
    const { sessionId, minutes, ...addresses } = valueIn(await fresh(() => actions.open({ ...of, way: 'vgca' })))
    const stop = new AbortController()
    giveUp.current = stop
    setStep('inTool')
    const asked = { patienceMs: minutes * 60_000, signal: stop.signal }
    const told = askTool(tool, '/SignApproved', signingMessage(addresses), asked).then(
      ({ status, message }) => (status === 0 ? null : new ToolProblem('declined', message)),
      (problem: unknown) => (problem instanceof ToolProblem ? problem : new ToolProblem('dropped')),
    )
    const settled = settle(sessionId, actions, stop.signal, () => setStep('checking'))
    // Told below, or no longer asked for.
    settled.catch(() => {})
    try {
      const problem = await Promise.race([told, settled.then(() => null)])
      // The file may be in although the tool says otherwise, or nothing at all.
      if (problem && valueIn(await actions.outcome({ sessionId })).state !== 'accepted') {
        throw stop.signal.aborted ? new Wrong('whole', 'Đã thôi ký lần này. Chưa có gì được ký.') : problem
      }
      await settled
    } finally {
      stop.abort()
      giveUp.current = null
      await actions.close({ sessionId })
    }
  }

  const signUploaded = async (file: File | undefined) => {
    if (!file) throw new Wrong('signedFile', 'Chọn tệp PDF đã ký.')
    if (file.size > MOST_UPLOADED_BYTES) throw new Wrong('signedFile', 'Tệp lớn hơn 20 MB nên không được nhận.')
    setStep('preparing')
    const { upload } = valueIn(await fresh(() => actions.open({ ...of, way: 'upload' })))
    setStep('sending')
    const form = new FormData()
    form.set('uploadfile', file)
    // The address names the portal as tools find it; this page is there already.
    const { pathname, search } = new URL(upload, location.href)
    const answer = await fetch(pathname + search, { method: 'POST', body: form })
    const { Status, Message } = (await answer.json()) as { Status: number; Message: string }
    if (Status !== 0) throw new Wrong('signedFile', Message)
  }

  return { signWithTool, signUploaded, giveUp: () => giveUp.current?.abort() }
}

/** Waits until the server has judged what came back. Throws what it found wrong. */
export async function settle(sessionId: string, { outcome }: SessionActions, stop: AbortSignal, judging: () => void) {
  for (;;) {
    await pause(POLL_MS)
    if (stop.aborted) return
    const { state, reason } = valueIn(await outcome({ sessionId }))
    if (state === 'accepted') return
    if (state === 'judging') judging()
    if (state === 'refused') throw new Wrong('whole', reason ?? '')
    if (state === 'expired' || state === 'cancelled') throw new ToolProblem('silent')
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
